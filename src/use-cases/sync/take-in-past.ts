import { subHours } from "date-fns";
import { findPastMembers } from "../find-past-members";
import type { Ports } from "../ports";
import { readHistories } from "../read-histories";
import { measuredRoom } from "./keep-room";

/** This is asked for every hour; what was computed before then has been looked at. */
const latelyHours = 2;

/** Reads what of the past is not known yet; a store that is nearly full keeps its room for the present. */
export async function takeInPast(
  ports: Ports,
  { goalId }: { readonly goalId: string | null },
): Promise<void> {
  if ((await measuredRoom(ports)).nearlyFull) return;
  for (const id of goalId === null ? await computedLately(ports) : [goalId]) {
    await readHistories(ports, id);
    await findPastMembers(ports, id);
  }
}

/** Goals some of whose issues may have changed. */
async function computedLately({ store, now }: Ports): Promise<readonly string[]> {
  const since = subHours(now(), latelyHours);
  const rows = await store.goals.rows({ includeArchived: false });
  return rows.flatMap(({ goal, rollup }) =>
    rollup !== null && rollup.computedAt >= since ? [goal.id] : [],
  );
}
