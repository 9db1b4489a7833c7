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
export const askForReading = (ports: Ports, goalId: string): Promise<void> =>
  askForReadings(ports, [goalId]);

/** The same for many goals: one job reads all that wait. */
export async function askForReadings(
  { store, queue, now }: Ports,
  goalIds: readonly string[],
): Promise<void> {
  const [first] = goalIds;
  if (first === undefined) return;
  const since = now();
  await store.readings.putReadings(
    goalIds.map((goalId) => ({ goalId, reading: { kind: "queued", since } })),
  );
  await queue.push({ kind: "read-goal", goalId: first });
}
