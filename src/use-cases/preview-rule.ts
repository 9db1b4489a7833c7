import type { Answer } from "../contract/answer";
import { badJql, namesWhoAsks, whoAsksRefused } from "./check-rule";
import type { ViewerPorts } from "./ports";
import { answered } from "./refusal";

/** About how many issues the person sees by a rule, before it is linked. */
export async function previewRule(
  { viewer }: ViewerPorts,
  { jql }: { readonly jql: string },
): Promise<Answer<{ readonly approximateCount: number }>> {
  if (namesWhoAsks(jql)) return badJql(whoAsksRefused);
  const checked = await viewer.checkJql(jql);
  if (checked.kind === "refused") return badJql(checked.message);
  const counted = await viewer.approximateCount(jql);
  if (counted.kind === "refused") return badJql(counted.message);
  return answered({ approximateCount: counted.count });
}
