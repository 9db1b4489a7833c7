import type { Goal } from "../domain/goal";
import { countsInParent } from "../domain/goal-states";
import { cellOf, isSettled, leavesOf } from "../domain/leaves";
import { rollUp } from "../domain/roll-up";
import type { Progress, Rollup } from "../domain/rollup";
import type { ScopeAsOf } from "../domain/scope-state";
import { weightedProgress, type WeightedPart } from "../domain/weighted";
import type { Ports } from "./ports";
import { preparedProjects } from "./prepare-projects";
import type { StoredRollup } from "./store-ports";
import type { GoalToRoll } from "./sync/roll-ports";

type WeighedGoal = Pick<Goal, "id" | "rule" | "combine" | "countSubTasks" | "ownWeight">;

/** The rollup of a goal whose scope amounts to `union`: of a weighted parent its children decide the progress. */
export async function weighed(
  ports: Ports,
  goal: WeighedGoal,
  union: Rollup,
  asOf: Date,
): Promise<Weighed> {
  if (goal.combine === "union") return { rollup: union, weighted: null };
  const own = await progressOfOwnLinks(ports, goal, asOf);
  const children = await ports.store.goals.childrenOf(goal.id);
  const parts = children.flatMap(({ goal: child, rollup }) => {
    if (!countsInParent(child) || rollup === null) return [];
    return [{ goalId: child.id, weight: child.weight, progress: rollup.rollup.progress }];
  });
  return weighedBy(union, { own, ownWeight: goal.ownWeight, parts });
}

type Weighed = Pick<StoredRollup, "rollup" | "weighted">;

/** The same from what the goal's own links make it, null when they bring nothing, and its children. */
export function weighedBy(
  union: Rollup,
  given: {
    readonly own: Progress | null;
    readonly ownWeight: number;
    readonly parts: readonly WeightedPart[];
  },
): Weighed {
  const { own, ownWeight, parts } = given;
  const ofLinks = own === null ? [] : [{ goalId: null, weight: ownWeight, progress: own }];
  const progress = weightedProgress([...ofLinks, ...parts]);
  return { rollup: { ...union, progress, total: null }, weighted: { own } };
}

/**
 * Goals that are computed change the numbers of weighted parents; whether there are such parents. Marked before, they
 * follow even if whoever computes is cut off; marked after, even if they were computed in between.
 */
export async function markWeightedParents(
  { store }: Ports,
  goals: readonly Pick<GoalToRoll["goal"], "weightedParentId">[],
): Promise<boolean> {
  const parentIds = goals.flatMap(({ weightedParentId }) => weightedParentId ?? []);
  if (parentIds.length > 0) await store.sync.markGoals(parentIds);
  return parentIds.length > 0;
}

/** Of what the goal's own links bring, as if it had no children; null when they bring nothing. */
async function progressOfOwnLinks(
  ports: Ports,
  goal: WeighedGoal,
  asOf: Date,
): Promise<Progress | null> {
  const { store } = ports;
  const own = await store.scope.ownMembersOf(goal.id);
  if (own.size === 0) return null;
  const members = await store.scope.membersOf(goal.id);
  const projectIds = new Set(members.map(({ item }) => item.projectId));
  const projects = await preparedProjects(ports, [...projectIds]);
  const { droppedResolutions } = await store.settings();
  return progressOf({
    items: members.flatMap(({ item }) => (own.has(item.id) ? [item] : [])),
    rule: goal.rule,
    countSubTasks: goal.countSubTasks,
    droppedResolutions,
    pools: projects.pools,
    settleDays: Object.fromEntries(projects.settleDays),
    asOf,
  });
}

/** Of these items and no others. */
export function progressOf(scope: ScopeAsOf): Progress {
  const { rule, pools } = scope;
  const cells = leavesOf(scope).map((leaf) => cellOf(leaf, rule, isSettled(leaf.item, scope)));
  return rollUp(cells, rule, pools).progress;
}
