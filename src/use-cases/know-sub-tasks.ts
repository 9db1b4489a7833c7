import type { ReadIssue } from "./jira-ports";
import { learnIssues } from "./learn-issues";
import type { Ports } from "./ports";

/**
 * Under the time rule an issue without an estimate of its own has the sum of its sub-tasks', in scope or not. Reads the
 * sub-tasks that are not known yet; true when there were any.
 */
export async function knowSubTasks(ports: Ports, members: readonly ReadIssue[]): Promise<boolean> {
  const { jira, store, now } = ports;
  const wanted = members
    .filter(({ item }) => item.estimateSeconds === null)
    .flatMap((issue) => issue.subTaskIds);
  if (wanted.length === 0) return false;
  const known = new Set((await store.scope.issuesById(wanted)).map(({ item }) => item.id));
  const { found } = await jira.issuesById(wanted.filter((id) => !known.has(id)));
  await learnIssues(ports, found, now());
  return found.length > 0;
}
