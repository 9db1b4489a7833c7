import type { Goal, GoalLink } from "../../../src/domain/goal";
import { countsInParent } from "../../../src/domain/goal-states";
import type { Item } from "../../../src/domain/item";
import { cellOf, isSettled, leavesOf, type Leaf } from "../../../src/domain/leaves";
import { rollUp } from "../../../src/domain/roll-up";
import type { Progress, Rollup } from "../../../src/domain/rollup";
import type { Settings } from "../../../src/domain/settings";
import type { Pools } from "../../../src/domain/size-pool";
import { weightedProgress } from "../../../src/domain/weighted";

/** What a goal amounts to, computed anew from everything. */
export type Expected = { readonly rollup: Rollup; readonly leaves: readonly Leaf[] };

/** All that the numbers of a site depend on. */
export type Known = {
  readonly goals: readonly Goal[];
  readonly links: ReadonlyMap<string, readonly GoalLink[]>;
  readonly items: ReadonlyMap<string, Item>;
  /** By link id; a link that Jira refuses is missing. */
  readonly reached: ReadonlyMap<string, ReadonlySet<string>>;
  readonly settings: Settings;
  readonly pools: Pools;
  readonly settleDays: Readonly<Record<string, number>>;
  readonly asOf: Date;
};

/** Every goal's number from scratch; goals that a refused rule reaches are left out, because nobody knows theirs. */
export function expectedOf(known: Known): ReadonlyMap<string, Expected> {
  const expected = new Map<string, Expected>();
  const byDepth = known.goals.toSorted((a, b) => depth(known, b) - depth(known, a));
  for (const goal of byDepth) {
    const scope = scopeOf(known, goal);
    if (scope === null) continue;
    const union = amount(known, goal, scope);
    if (goal.combine !== "weighted") {
      expected.set(goal.id, union);
      continue;
    }
    const progress = weighed(known, goal, expected);
    if (progress === null) continue;
    expected.set(goal.id, { ...union, rollup: { ...union.rollup, progress, total: null } });
  }
  return expected;
}

function depth({ goals }: Known, goal: Goal): number {
  const byId = new Map(goals.map((each) => [each.id, each]));
  let levels = 0;
  let current: Goal | undefined = goal;
  while (current?.parentId != null && levels <= goals.length) {
    current = byId.get(current.parentId);
    levels += 1;
  }
  return levels;
}

const childrenOf = ({ goals }: Known, goal: Goal) =>
  goals.filter((each) => each.parentId === goal.id && countsInParent(each));

/** Ids in the scope of a goal: its own and those of the children that count, each once. */
function scopeOf(known: Known, goal: Goal): ReadonlySet<string> | null {
  const scope = new Set<string>();
  for (const link of known.links.get(goal.id) ?? []) {
    const reached = known.reached.get(link.id);
    if (reached === undefined) return null;
    for (const id of reached) scope.add(id);
  }
  for (const child of childrenOf(known, goal)) {
    const below = scopeOf(known, child);
    if (below === null) return null;
    for (const id of below) scope.add(id);
  }
  return scope;
}

function amount(known: Known, goal: Goal, ids: ReadonlySet<string>): Expected {
  const { settings, pools, settleDays, asOf } = known;
  const scope = {
    items: [...ids].flatMap((id) => known.items.get(id) ?? []),
    countSubTasks: goal.countSubTasks,
    droppedResolutions: settings.droppedResolutions,
    settleDays,
    asOf,
  };
  const leaves = leavesOf(scope);
  const cells = leaves.map((leaf) => cellOf(leaf, goal.rule, isSettled(leaf.item, scope)));
  return { rollup: rollUp(cells, goal.rule, pools), leaves };
}

function weighed(
  known: Known,
  goal: Goal,
  expected: ReadonlyMap<string, Expected>,
): Progress | null {
  const ownIds = new Set(
    (known.links.get(goal.id) ?? []).flatMap((link) => [...(known.reached.get(link.id) ?? [])]),
  );
  const own = { goalId: null, weight: goal.ownWeight, progress: ownProgress(known, goal, ownIds) };
  const parts = [];
  for (const child of childrenOf(known, goal)) {
    const amounts = expected.get(child.id);
    if (amounts === undefined) return null;
    parts.push({ goalId: child.id, weight: child.weight, progress: amounts.rollup.progress });
  }
  return weightedProgress([...(ownIds.size === 0 ? [] : [own]), ...parts]);
}

const ownProgress = (known: Known, goal: Goal, ids: ReadonlySet<string>) =>
  amount(known, goal, ids).rollup.progress;
