import { sizeUsed } from "./contribution";
import { grouped } from "./grouped";
import type { Role } from "./histogram";
import type { Item } from "./item";
import { rolesOf } from "./role";
import type { CountingRule } from "./rule";
import type { Pools } from "./size-pool";
import { sizingOf } from "./sizing";

/** What the leaves below one non-empty container add up to; null where a leaf cannot be sized. */
export type ContainerTotals = {
  readonly level: number;
  readonly totals: {
    readonly count: number;
    readonly points: number | null;
    readonly time: number | null;
  };
};

/**
 * Leaf totals of the non-empty containers among these issues, from which empty ones draw their size. Each container's
 * descendants must be among the issues. Dropped leaves count, unsized ones at their pool's median.
 */
export function containerTotalsOf(
  issues: readonly Item[],
  pools: Pools,
): readonly ContainerTotals[] {
  const roles = rolesOf(issues, { countSubTasks: false });
  const byId = new Map(issues.map((item) => [item.id, item]));
  const leaves = [...byId.values()].flatMap((item) => {
    const role = roles.get(item.id);
    return role === "leaf" || role === "empty-container" ? [{ item, role }] : [];
  });
  const placed = leaves.flatMap((leaf) =>
    [...ancestorsOf(leaf.item, byId)].map((containerId) => ({ containerId, leaf })),
  );
  return [...grouped(placed, ({ containerId }) => containerId)].flatMap(([id, below]) => {
    const level = byId.get(id)?.level ?? 0;
    const own = below.map(({ leaf }) => leaf);
    return level < 1 ? [] : [{ level, totals: totalsOf(own, pools) }];
  });
}

type Leaf = { readonly item: Item; readonly role: Role };

/** From the parent upwards; a loop in the data ends the walk. */
function ancestorsOf(item: Item, byId: ReadonlyMap<string, Item>): ReadonlySet<string> {
  const seen = new Set<string>();
  let parentId = item.parentId;
  while (parentId !== null && parentId !== item.id && !seen.has(parentId)) {
    const parent = byId.get(parentId);
    if (parent === undefined) break;
    seen.add(parentId);
    parentId = parent.parentId;
  }
  return seen;
}

function totalsOf(leaves: readonly Leaf[], pools: Pools): ContainerTotals["totals"] {
  return {
    count: total(leaves, "count", pools) ?? leaves.length,
    points: total(leaves, "points", pools),
    time: total(leaves, "time", pools),
  };
}

function total(leaves: readonly Leaf[], rule: CountingRule, pools: Pools): number | null {
  let sum = 0;
  for (const { item, role } of leaves) {
    const size = sizeUsed(sizingOf(item, role, rule, pools));
    if (size === null) return null;
    sum += size;
  }
  return sum;
}
