import type { Ports } from "./ports";

/** Writes down that these issues may have changed, and asks the queue to look. */
export async function noteChanges(
  { store, queue, now }: Ports,
  issueIds: readonly string[],
): Promise<void> {
  await store.sync.markIssues(issueIds, now());
  await queue.push({ kind: "take-in-changes" });
}
