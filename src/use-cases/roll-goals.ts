import { rollUp } from "../domain/roll-up";
import type { Pools } from "../domain/size-pool";
import { endsOf, spreadOfCells } from "../domain/spread";
import { versionsOf } from "./figures";
import { placeInScope } from "./place-in-scope";
import type { Ports } from "./ports";
import { preparedPools } from "./prepare-projects";
import type { StoredRollup } from "./store-ports";
import type { GoalToRoll, PlaceStore } from "./sync/sync-ports";
import { markWeightedParents, weighed } from "./weigh-children";

/** Goals of one statement: its answer has a row for each cell of each. */
const mostGoalsPerRound = 60;

/**
 * Computes every goal whose inputs may have changed, from histograms of its scope and never by adding to what was. The
 * sequence is of the instant of the histogram: a change that comes meanwhile leaves the goal dirty, and no older result
 * replaces a newer.
 */
export async function rollDirtyGoals(ports: Ports): Promise<void> {
  let atOnce = mostGoalsPerRound;
  for (;;) {
    const asOf = ports.now();
    const { goals: dirty, limit } = await ports.store.sync.goalsToRoll(asOf, atOnce);
    atOnce = limit;
    const unplaced = dirty.filter(({ toPlace }) => toPlace !== null);
    for (const { goal, toPlace } of unplaced) {
      await placeInScope(ports, goal, toPlace ?? 0);
      await ports.store.sync.setPlaced(goal.id, toPlace ?? 0);
    }
    const placed = dirty.filter(({ toPlace }) => toPlace === null);
    const more = await rollPlaced(ports, placed, asOf);
    if (dirty.length < limit && unplaced.length === 0 && !more) return;
  }
}

/** Whether goals were marked by it. */
async function rollPlaced(
  ports: Ports,
  dirty: readonly GoalToRoll[],
  asOf: Date,
): Promise<boolean> {
  if (dirty.length === 0) return false;
  const { store } = ports;
  const projectIds = dirty.flatMap(({ leavesByProject }) => Object.keys(leavesByProject));
  const pools = await preparedPools(ports, [...new Set(projectIds)]);
  const securedLeaves = await securedLeavesOf(ports, dirty);
  const rollups: { rollup: StoredRollup; sequence: number }[] = [];
  for (const { goal, cells, spreadCells, sequence, leavesByProject, nextSettleAt } of dirty) {
    const union = rollUp(cells, goal.rule, pools);
    const rollup = {
      goalId: goal.id,
      ...(await weighed(ports, goal, union, asOf)),
      spread: goal.combine === "union" ? endsOf(spreadOfCells(spreadCells, pools)) : null,
      ruleVersion: goal.ruleVersion,
      computedAt: asOf,
      poolVersions: versionsOf(poolsAmong(pools, leavesByProject)),
      leavesByProject,
      securedLeaves: securedLeaves.get(goal.id) ?? {},
      nextSettleAt,
    };
    rollups.push({ rollup, sequence });
  }
  await store.rollups.putAll(rollups);
  return markWeightedParents(
    ports,
    dirty.map(({ goal }) => goal),
  );
}

type SecuredLeaves = Awaited<ReturnType<PlaceStore["securedLeavesOf"]>>;

async function securedLeavesOf(
  { store }: Ports,
  dirty: readonly GoalToRoll[],
): Promise<SecuredLeaves> {
  const goalIds = dirty.filter(({ secured }) => secured > 0).map(({ goal }) => goal.id);
  return goalIds.length === 0 ? new Map() : store.scope.securedLeavesOf(goalIds);
}

const poolsAmong = (pools: Pools, leavesByProject: GoalToRoll["leavesByProject"]): Pools =>
  Object.fromEntries(
    Object.entries(pools).filter(([projectId]) => leavesByProject[projectId] !== undefined),
  );
