import type { ReadIssue } from "./jira-ports";
import type { Ports } from "./ports";
import { formerNamers } from "./sync/former-names";
import { kinOf } from "./sync/kin-of";

/**
 * Writes down issues that somebody met who was looking for others. One that is known and has changed since is not
 * written but marked: only whoever takes in a change can tell what it changes above and below, and only while the older
 * record is there. One that has come back is written and marked, with its kin.
 */
export async function learnIssues(
  ports: Ports,
  issues: readonly ReadIssue[],
  readAt: Date,
): Promise<void> {
  const { store, queue, now } = ports;
  const versions = await store.scope.versionsOf(issues.map(({ item }) => item.id));
  const versionOf = ({ item }: ReadIssue) => versions.get(item.id)?.getTime() ?? null;
  const isGone = (issue: ReadIssue) => versionOf(issue) === 0;
  const isChanged = (issue: ReadIssue) => (versionOf(issue) ?? issue.updatedAt) < issue.updatedAt;
  const back = issues.filter(isGone);
  const met = issues.flatMap(({ item }) => (versions.has(item.id) ? [] : item));
  const former = await formerNamers(ports, met);
  const changed = issues.filter((issue) => isChanged(issue) && !isGone(issue));
  const marks = [
    ...changed.map(({ item, updatedAt }) => ({ issueId: item.id, seenAt: updatedAt })),
    ...[...back.flatMap(kinOf), ...former].map((issueId) => ({ issueId, seenAt: null })),
  ];
  if (marks.length > 0) {
    await store.sync.mark(marks, { at: now() });
    await queue.push({ kind: "take-in-changes" });
  }
  const unwritten = new Set(changed);
  await store.scope.putIssues(
    issues.filter((issue) => !unwritten.has(issue)),
    readAt,
  );
}
