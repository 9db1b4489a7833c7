import { countTogether } from "./by-effort";
import type { Ports } from "./ports";
import { placeInScope } from "./place-in-scope";
import { preparedPools } from "./prepare-projects";
import { rollupOf } from "./rollup-of";
import type { GoalsToRoll } from "./sync/roll-ports";
import { markWeightedParents, weighed } from "./weigh-children";

/** Before anything is known of the goals that wait: all of a small site. */
const firstCount = 50;

/**
 * Computes every goal whose inputs may have changed, from histograms of its scope and never by adding to what was. The
 * sequence is of the instant of the histogram, and pools are read after it: a change that comes meanwhile leaves the goal
 * dirty, and no older result replaces a newer.
 */
export async function rollDirtyGoals(ports: Ports): Promise<void> {
  const { roll, sync } = ports.store;
  let again = false;
  let count = firstCount;
  for (let after = "0"; ;) {
    const asOf = ports.now();
    const { goals, nextEfforts } = await roll.goalsToRoll(after, { asOf, count });
    for (const { toRoll } of goals) {
      if (toRoll.toPlace === null) continue;
      await placeInScope(ports, toRoll.goal, toRoll.toPlace);
      await sync.setPlaced(toRoll.goal.id, toRoll.toPlace);
      again = true;
    }
    const placed = goals.filter(({ toRoll }) => toRoll.toPlace === null);
    if (await rollPlaced(ports, placed, asOf)) again = true;
    if (nextEfforts.length > 0) {
      after = goals.at(-1)?.toRoll.goal.id ?? after;
      count = countTogether(nextEfforts);
    } else if (again) {
      after = "0";
      count = firstCount;
      again = false;
    } else {
      return;
    }
  }
}

type Placed = GoalsToRoll["goals"];

/** Whether goals were marked by it. */
async function rollPlaced(ports: Ports, placed: Placed, asOf: Date): Promise<boolean> {
  if (placed.length === 0) return false;
  const { store } = ports;
  const projectIds = placed.flatMap(({ summary }) => Object.keys(summary.leavesByProject));
  const pools = await preparedPools(ports, [...new Set(projectIds)]);
  const rollups: Parameters<typeof store.rollups.putAll>[0][number][] = [];
  for (const { toRoll, summary } of placed) {
    const { goal, sequence } = toRoll;
    const union = rollupOf(goal, summary, { pools, asOf });
    const rollup = { ...union, ...(await weighed(ports, goal, union.rollup, asOf)) };
    rollups.push({ rollup, sequence, effort: summary.effort });
  }
  const goals = placed.map(({ toRoll }) => toRoll.goal);
  await markWeightedParents(ports, goals);
  await store.rollups.putAll(rollups);
  return markWeightedParents(ports, goals);
}
