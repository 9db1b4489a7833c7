import type { Item } from "./item";
import { cellOf, type Leaf, leavesOf } from "./leaves";
import { ownSizeOf, wholeThousandths } from "./own-size";
import { rolesOf } from "./role";
import { rollUp } from "./roll-up";
import type { CountingRule } from "./rule";
import type { ScopeState } from "./scope-state";
import type { Pools } from "./size-pool";
import type { SpreadRule } from "./spread-rule";

/**
 * Why a rule gives no number. `no-work`: no leaf in scope. `no-sub-tasks`: none in scope. `nothing-sized`: no leaf has
 * points of its own. `no-size`: all sizes are 0. `all-dropped` and `too-few-sized` as in a rollup.
 */
export type NoShare =
  "no-work" | "no-sub-tasks" | "nothing-sized" | "no-size" | "all-dropped" | "too-few-sized";
export type Share = number | NoShare;

/** What of a scope the rules look at. */
export type Counted = {
  readonly leaves: readonly Leaf[];
  /** In scope with children in scope, so that they do not count themselves. */
  readonly containers: readonly Item[];
  readonly subTasks: readonly Item[];
  readonly pools: Pools;
};

export function countedIn(scope: Omit<ScopeState, "rule">): Counted {
  const roles = rolesOf(scope.items, scope);
  const items = [...new Map(scope.items.map((item) => [item.id, item])).values()];
  return {
    leaves: leavesOf(scope),
    containers: items.filter((item) => roles.get(item.id) === "container"),
    subTasks: items.filter((item) => item.level < 0),
    pools: scope.pools,
  };
}

/** The progress of a scope under one rule. */
export function shareUnder(rule: SpreadRule, counted: Counted): Share {
  return counted.leaves.length === 0 ? "no-work" : rules[rule](counted);
}

const rules: Readonly<Record<SpreadRule, (counted: Counted) => Share>> = {
  /** Done leaves ÷ leaves, dropped ones among both. */
  "done-children": ({ leaves }) => mean(leaves.map(({ item }) => (isDone(item) ? 1 : 0))),
  /** The mean over the leaves of To Do 0, In Progress ½, Done 1, dropped ones included. */
  "half-for-active": ({ leaves }) => mean(leaves.map(({ item }) => halfForActive[item.category])),
  /** Done sub-tasks ÷ sub-tasks in scope, whatever their resolution. */
  "sub-tasks": ({ subTasks }) =>
    subTasks.length === 0 ? "no-sub-tasks" : mean(subTasks.map((item) => (isDone(item) ? 1 : 0))),
  /** Points of Done leaves ÷ points of leaves: unsized leaves are ignored, dropped ones counted. */
  "points-naive": ({ leaves }) => pointsShare(leaves.map(({ item }) => item)),
  /** The same with the own points of every container in scope: they count a second time what their children hold. */
  "points-with-container": ({ leaves, containers }) =>
    pointsShare([...leaves.map(({ item }) => item), ...containers]),
  count: (counted) => headlineUnder("count", counted),
  /** The headline by count with Done leaves that have an open sub-task taken as not done. */
  "count-strict": (counted) =>
    headlineUnder("count", { ...counted, leaves: counted.leaves.map(reopenedWhereOpen) }),
  /** Points of Done leaves ÷ points of leaves that have some of their own, without dropped ones. */
  "points-sized": pointsOfSized,
  points: (counted) => headlineUnder("points", counted),
  time: (counted) => headlineUnder("time", counted),
};

const halfForActive = { new: 0, indeterminate: 0.5, done: 1 } as const;
const isDone = (item: Item) => item.category === "done";

const mean = (shares: readonly number[]) =>
  shares.reduce((sum, share) => sum + share, 0) / shares.length;

function pointsShare(items: readonly Item[]): Share {
  const sized = items.flatMap((item) => {
    const own = ownSizeOf(item, "points");
    return own === null ? [] : [{ done: isDone(item), size: wholeThousandths(own.size) }];
  });
  if (sized.length === 0) return "nothing-sized";
  const total = sized.reduce((sum, { size }) => sum + size, 0);
  if (total === 0) return "no-size";
  return sized.reduce((sum, { done, size }) => (done ? sum + size : sum), 0) / total;
}

function pointsOfSized({ leaves }: Counted): Share {
  const kept = leaves.filter(({ dropped }) => !dropped);
  if (kept.length === 0) return "all-dropped";
  return pointsShare(kept.flatMap(({ item, role }) => (role === "leaf" ? [item] : [])));
}

function reopenedWhereOpen(leaf: Leaf): Leaf {
  if (leaf.dropped || leaf.item.openSubTasks === 0 || !isDone(leaf.item)) return leaf;
  return { ...leaf, item: { ...leaf.item, category: "indeterminate" } };
}

/** A headline does not ask what has settled. */
function headlineUnder(rule: CountingRule, { leaves, pools }: Counted): Share {
  const cells = leaves.map((leaf) => cellOf(leaf, rule, false));
  const { progress } = rollUp(cells, rule, pools);
  return progress.kind === "value" ? progress.headline : progress.why;
}
