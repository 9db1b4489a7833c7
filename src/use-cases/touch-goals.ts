import type { Ports } from "./ports";

/** Has the scopes of these goals placed anew and their numbers computed again. */
export async function touchGoals(
  { store, queue }: Ports,
  goalIds: readonly string[],
): Promise<void> {
  if (goalIds.length === 0) return;
  await store.sync.markGoalsToPlace(goalIds);
  await queue.push({ kind: "roll-dirty-goals" });
}

/** Asks the queue to read a goal's links from Jira. */
export async function askForReading({ store, queue, now }: Ports, goalId: string): Promise<void> {
  await store.rollups.setReading(goalId, { kind: "queued", since: now() });
  await queue.push({ kind: "read-goal", goalId });
}
