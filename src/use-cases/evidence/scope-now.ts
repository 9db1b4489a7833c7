import type { Goal } from "../../domain/goal";
import { currentFigures } from "../figures";
import type { Ports } from "../ports";
import type { StoredRollup } from "../store-ports";
import { type KnownScope, rollupOf } from "./known-scope";
import { standingOf } from "./standing";

/**
 * The scope of a goal as it stands, as of its rollup. The number is made of the very issues that are listed beside it:
 * for the moment between a change and the next rollup it is ahead of the stored one.
 */
export async function scopeNow(
  ports: Ports,
  goal: Goal,
  rollup: StoredRollup,
): Promise<KnownScope> {
  const { store } = ports;
  const { stored, pools } = await currentFigures(ports, rollup);
  const members = await store.scope.membersOf(goal.id);
  const items = members.map(({ item }) => item);
  const { droppedResolutions } = await store.settings();
  const settleTimes = await store.projects.settleTimes([
    ...new Set(items.map(({ projectId }) => projectId)),
  ]);
  const scope = {
    items,
    rule: goal.rule,
    countSubTasks: goal.countSubTasks,
    droppedResolutions,
    pools,
    asOf: stored.computedAt,
    settleDays: Object.fromEntries(settleTimes.map(({ projectId, days }) => [projectId, days])),
  };
  return {
    goal,
    scope,
    rollup: goal.combine === "weighted" ? stored.rollup : rollupOf(scope),
    standings: new Map(members.map((issue) => [issue.item.id, standingOf(issue)])),
    knowledge: { kind: "now" },
    changedAt: new Map(members.map(({ item, updatedAt }) => [item.id, updatedAt])),
  };
}
