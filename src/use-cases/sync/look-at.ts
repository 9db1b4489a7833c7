import type { Ports } from "../ports";

/** What has left or is out of sight is looked at again, so that it leaves every scope that it was in. */
export async function lookAt(
  { store, now, queue }: Ports,
  issueIds: readonly string[],
): Promise<void> {
  if (issueIds.length === 0) return;
  const marks = issueIds.map((issueId) => ({ issueId, seenAt: null }));
  await store.sync.mark(marks, { at: now() });
  await queue.push({ kind: "take-in-changes" });
}
