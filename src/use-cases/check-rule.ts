import type { ViewerPorts } from "./ports";
import { refused, type Refused } from "./refusal";

/**
 * What speaks against a JQL rule; Jira judges it as the person who asks, so that nobody links what they cannot search
 * for. Null when nothing does.
 */
export async function ruleProblem({ viewer }: ViewerPorts, jql: string): Promise<Refused | null> {
  if (namesWhoAsks(jql)) return badJql(whoAsksRefused);
  const checked = await viewer.checkJql(jql);
  if (checked.kind === "refused") return badJql(checked.message);
  const counted = await viewer.approximateCount(jql);
  return counted.kind === "refused" ? badJql(counted.message) : null;
}

export const badJql = (message: string) => refused("bad-jql", { field: "jql", detail: message });

/** The rule is read by the app for everybody, so it may not depend on who looks. */
export function namesWhoAsks(jql: string): boolean {
  const unquoted = jql.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '""');
  return /\bcurrentUser\s*\(/i.test(unquoted);
}

export const whoAsksRefused =
  "currentUser() means somebody else to each person; a goal's rule must mean the same to everybody. Name the people instead.";
