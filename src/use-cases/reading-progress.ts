import type { Ports } from "./ports";
import type { GoalReading } from "./store-ports";

/** One reading of a goal's links, which viewers can follow. */
export type ReadingProgress = {
  /** Counts issues as read. */
  readonly add: (issues: number) => Promise<void>;
  readonly end: (outcome: Extract<GoalReading, { kind: "complete" | "broken" }>) => Promise<void>;
};

const issuesBetweenNotes = 500;

/** `since` is when the reading was asked for; a wish that comes meanwhile stays written down for its own job. */
export async function beginReading(
  { store }: Ports,
  goalId: string,
  { since, about }: { readonly since: Date; readonly about: number | null },
): Promise<ReadingProgress> {
  const before = (await store.goals.rowById(goalId))?.reading;
  const goesOn = before?.kind === "reading" && before.since.getTime() === since.getTime();
  let read = goesOn ? before.read : 0;
  let noted = read;
  const note = (): GoalReading => ({ kind: "reading", read, about, since });
  const write = async (reading: GoalReading) => {
    const stored = (await store.goals.rowById(goalId))?.reading;
    if (stored?.kind !== "queued") await store.rollups.setReading(goalId, reading);
  };
  await store.rollups.setReading(goalId, note());
  return {
    add: async (issues) => {
      read += issues;
      if (read - noted < issuesBetweenNotes) return;
      noted = read;
      await write(note());
    },
    end: write,
  };
}
