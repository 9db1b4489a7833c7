import type { Ports } from "./ports";

/** Tells viewers how far the reading of a goal has come, now and then. */
export type ReadingProgress = { readonly add: (issues: number) => Promise<void> };

const issuesBetweenNotes = 500;

export async function beginReading(
  { store, now }: Ports,
  goalId: string,
  about: number | null,
): Promise<ReadingProgress> {
  const since = now();
  let read = 0;
  let noted = 0;
  const note = async () => {
    noted = read;
    await store.rollups.setReading(goalId, { kind: "reading", read, about, since });
  };
  await note();
  return {
    add: async (issues) => {
      read += issues;
      if (read - noted >= issuesBetweenNotes) await note();
    },
  };
}
