import { followUps } from "../follow-up";
import type { Ports } from "../ports";

/**
 * Compares which goals count in which with the goals' parents, states and archived marks, and repairs what differs. How
 * many goals others wrongly counted in, or were missing in; a change of the tree that is under way is no mistake. Marked
 * before, the goals are placed anew even if this is cut off; marked after, even if they were placed in between.
 */
export async function verifyTree(ports: Ports): Promise<number> {
  const { store } = ports;
  if ((await store.verify.wronglyCounting()).length === 0) return 0;
  const isChanging = (await followUps(ports)).length > 0;
  const goalIds = await store.verify.wronglyCounting();
  await store.sync.markGoalsToPlace(goalIds);
  await store.goals.rebuildClosure();
  await store.sync.markGoalsToPlace(goalIds);
  return isChanging ? 0 : goalIds.length;
}
