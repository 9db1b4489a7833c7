import { placeInScope } from "../place-in-scope";
import type { Ports } from "../ports";
import { canBeJudged, isBeingChanged, isNumberOf } from "./judge-number";
import type { RolledGoal } from "./roll-ports";
import { projectKey } from "./state-keys";

/**
 * Places the goal's scope anew and computes its number from that; where either differs it is computed again. Whether the
 * goal was right: somebody else's change in the meantime is no mistake.
 */
export async function verifyGoal(ports: Ports, goalId: string): Promise<boolean> {
  const { store, now } = ports;
  const rolled = await store.verify.rolledById(goalId);
  if (rolled === null || isBeingChanged(rolled, now())) return true;
  const moved = await placeInScope(ports, rolled.goal, rolled.sequence);
  if (moved === 0 && (await isRolled(ports, rolled))) return true;
  const isChanged = await isChangedSince(ports, rolled);
  if (!isChanged || moved > 0) await store.sync.markGoals([goalId]);
  return isChanged;
}

async function isRolled({ store }: Ports, rolled: RolledGoal): Promise<boolean> {
  const { goal, rollup } = rolled;
  const summary = (await store.roll.summariesAsRolled([goal])).get(goal.id);
  if (summary === undefined) return true;
  const projectIds = new Set([
    ...Object.keys(summary.leavesByProject),
    ...Object.keys(rollup?.leavesByProject ?? {}),
  ]);
  const pools = await store.projects.pools([...projectIds]);
  return !canBeJudged(rolled, pools) || isNumberOf(rolled, summary, pools);
}

/** By a mark since, or by what changes a project's scopes before it marks their goals. */
async function isChangedSince({ store }: Ports, { goal, sequence }: RolledGoal): Promise<boolean> {
  const sequences = await store.sync.sequencesOf([goal.id]);
  if ((sequences.get(goal.id) ?? 0) !== sequence) return true;
  return (await store.states.beginning(projectKey(""))).length > 0;
}
