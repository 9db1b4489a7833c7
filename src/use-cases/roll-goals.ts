import type { Goal } from "../domain/goal";
import { rollUp } from "../domain/roll-up";
import { versionsOf } from "./figures";
import { placeInScope } from "./place-in-scope";
import type { Ports } from "./ports";

const goalsPerRound = 50;

/**
 * Computes every goal whose inputs may have changed, from sets of issues and never by adding to what was. The sequence
 * is the one read before: a change that comes meanwhile leaves the goal dirty, and no older result replaces a newer.
 */
export async function rollDirtyGoals(ports: Ports): Promise<void> {
  const { sync, goals } = ports.store;
  for (;;) {
    const dirty = await sync.dirtyGoals(goalsPerRound);
    if (dirty.length === 0) return;
    for (const mark of dirty) {
      const goal = await goals.byId(mark.goalId);
      if (goal !== null) await rollGoal(ports, goal, mark.sequence);
      await sync.acknowledgeGoals([mark]);
    }
  }
}

async function rollGoal(ports: Ports, goal: Goal, sequence: number): Promise<void> {
  const { store, now } = ports;
  const { pools } = await placeInScope(ports, goal, await store.settings());
  const computedAt = now();
  const cells = await store.scope.histogram(goal.id, goal.rule, computedAt);
  const summary = await store.scope.leafSummary(goal.id, computedAt);
  await store.rollups.put(
    {
      goalId: goal.id,
      rollup: rollUp(cells, goal.rule, pools),
      ruleVersion: goal.ruleVersion,
      computedAt,
      poolVersions: versionsOf(pools),
      ...summary,
    },
    sequence,
  );
}
