import type { ViewerPorts } from "../ports";
import { refused, type Refused } from "../refusal";

/** Settings are for administrators of Jira; the resolver asks Jira itself, whatever page the call came from. */
export async function refuseOthers({ viewer }: ViewerPorts): Promise<Refused | null> {
  return (await viewer.isAdmin()) ? null : refused("not-allowed");
}
