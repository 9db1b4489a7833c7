import { events, makeInvoke, router, showFlag, view } from "@forge/bridge";
import type { GoalsApi } from "../src/contract/calls";

/** Asks a resolver; rejects only when the platform itself fails. */
export const call = makeInvoke<GoalsApi>();

/** Opens a page of the Jira site in the same tab: an issue, or a search. */
export function openInJira(path: string): void {
  void router.navigate(path);
}

export { events, showFlag, view };
