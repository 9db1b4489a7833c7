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

/** Opens Jira's search in a new tab with exactly these issues. */
export function openIssues(keys: readonly string[]): void {
  const jql = `issuekey in (${keys.join(", ")})`;
  void router.open(`/issues/?jql=${encodeURIComponent(jql)}`);
}

/** The address of a place of the Goals page on this Jira site, to be sent to somebody; null when the host gives none. */
export async function addressOfPlace(path: string): Promise<string | null> {
  const url = await router.getUrl({ target: "module", moduleKey: "goals-page", path });
  return url?.href ?? null;
}

export { events, view };
