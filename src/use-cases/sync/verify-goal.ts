import { placeInScope } from "../place-in-scope";
import type { Ports } from "../ports";
import { rollDirtyGoals } from "../roll-goals";
import { rollupOf } from "../rollup-of";
import { weighed } from "../weigh-children";
import { canBeJudged, isBeingChanged, isSameNumber } from "./judge-number";
import type { RolledGoal } from "./roll-ports";
import { projectKey } from "./state-keys";

/**
 * Places the goal's scope anew and computes its number from that; where either differs it is computed again. How many
 * goals were wrong: the children of a weighted parent are looked at before it is, because its number is made of theirs.
 * Somebody else's change in the meantime is no mistake.
 */
export async function verifyGoal(
  ports: Ports,
  goalId: string,
  above: readonly string[] = [],
): Promise<number> {
  const { store, now } = ports;
  const rolled = await store.verify.rolledById(goalId);
  if (rolled === null || isBeingChanged(rolled, now())) return 0;
  const moved = await placeInScope(ports, rolled.goal, rolled.sequence);
  if (moved > 0) return repaired(ports, rolled, moved);
  if (await isRolled(ports, rolled)) return 0;
  const below = await repairedBelow(ports, rolled, above);
  if (below === 0) return repaired(ports, rolled, moved);
  return below + (await verifyGoal(ports, goalId, [...above, goalId]));
}

async function repaired(ports: Ports, rolled: RolledGoal, moved: number): Promise<number> {
  const isChanged = await isChangedSince(ports, rolled);
  if (!isChanged || moved > 0) await ports.store.sync.markGoals([rolled.goal.id]);
  return isChanged ? 0 : 1;
}

/** Children of a weighted parent that were wrong, once they are computed again. */
async function repairedBelow(
  ports: Ports,
  { goal: { id, combine } }: RolledGoal,
  above: readonly string[],
): Promise<number> {
  if (combine === "union" || above.includes(id)) return 0;
  const children = (await ports.store.verify.partsOf([id])).get(id) ?? [];
  let wrong = 0;
  for (const { goalId } of children) wrong += await verifyGoal(ports, goalId, [...above, id]);
  if (wrong > 0) await rollDirtyGoals(ports);
  return wrong;
}

async function isRolled(ports: Ports, rolled: RolledGoal): Promise<boolean> {
  const { store } = ports;
  const { goal, rollup } = rolled;
  const summary = (await store.roll.summariesAsRolled([goal])).get(goal.id);
  if (summary === undefined) return true;
  const projectIds = new Set([
    ...Object.keys(summary.leavesByProject),
    ...Object.keys(rollup?.leavesByProject ?? {}),
  ]);
  const pools = await store.projects.pools([...projectIds]);
  if (!canBeJudged(rolled, pools)) return true;
  if (rollup === null) return summary.spreadCells.length === 0;
  const asOf = rollup.computedAt;
  const union = rollupOf(goal, summary, { pools, asOf });
  return isSameNumber(rollup, { ...union, ...(await weighed(ports, goal, union.rollup, asOf)) });
}

/** By a mark since, or by what changes a project's scopes before it marks their goals. */
async function isChangedSince({ store }: Ports, { goal, sequence }: RolledGoal): Promise<boolean> {
  const sequences = await store.sync.sequencesOf([goal.id]);
  if ((sequences.get(goal.id) ?? 0) !== sequence) return true;
  return (await store.states.beginning(projectKey(""))).length > 0;
}
