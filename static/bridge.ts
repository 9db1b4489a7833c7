import { events, makeInvoke, router, view } from "@forge/bridge";
import type { GoalsApi } from "../src/contract/calls";

/** Asks a resolver; rejects only when the platform itself fails. */
export const call = makeInvoke<GoalsApi>();

/** Opens an issue of the Jira site in the same tab. */
export function openIssue(issueKey: string): void {
  void router.navigate({ target: "issue", issueKey });
}

/** Opens a goal on the Goals page, where everything behind its number is. */
export function openGoal(goalId: string): void {
  void router.navigate({ target: "module", moduleKey: "goals-page", path: `/goal/${goalId}` });
}

export { events, view };
