import type { Ports } from "./ports";

/** Asks for what time alone changes, claimed work that has settled, and for what earlier jobs left undone. */
export async function catchUp({ store, queue, now }: Ports): Promise<void> {
  const due = await store.rollups.dueToSettle(now());
  if (due.length > 0) await store.sync.markGoals(due);
  const [changed] = await store.sync.dirtyIssues(1);
  const [dirty] = await store.sync.dirtyGoals(1);
  if (changed !== undefined) await queue.push({ kind: "take-in-changes" });
  else if (dirty !== undefined) await queue.push({ kind: "roll-dirty-goals" });
}
