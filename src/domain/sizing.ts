import type { Role } from "./histogram";
import type { Item } from "./item";
import { ownSizeOf, type OwnSizeSource } from "./own-size";
import type { CountingRule } from "./rule";
import type { Pools, ProjectPools, Quantiles } from "./size-pool";

/** The size a leaf counts with: its own, one drawn from a pool, or none because no pool is large enough. */
export type Sizing =
  | { readonly kind: "own"; readonly size: number; readonly source: OwnSizeSource }
  | {
      readonly kind: "drawn";
      readonly p10: number;
      readonly median: number;
      readonly p90: number;
      readonly source: "pool-type" | "pool-project" | "container-pool" | "container-default";
    }
  | { readonly kind: "unknown" };

/** What of a leaf decides its size. */
type Sizable = {
  readonly role: Role;
  readonly projectId: string;
  readonly typeId: string;
  readonly level: number;
  /** Own size under the rule; null is unsized. */
  readonly size: number | null;
};

const smallestPool = 5;

/**
 * An unsized leaf draws from its project's pool of its type, else of all types. An empty container stands for work
 * nobody has written down yet, so it draws from what such containers came to hold; its own estimate is not used.
 */
export function sizeOf(leaf: Sizable, rule: CountingRule, pools: Pools): Sizing {
  const pool = pools[leaf.projectId];
  if (leaf.role === "empty-container") return containerSize(leaf.level, rule, pool);
  if (rule === "count") return { kind: "own", size: 1, source: "counted" };
  if (leaf.size !== null) return { kind: "own", size: leaf.size, source: sourceOf[rule] };
  return (
    drawn(pool?.byType[rule][leaf.typeId], "pool-type") ??
    drawn(pool?.allTypes[rule], "pool-project") ?? { kind: "unknown" }
  );
}

/** The sizing of one listed item: the same as its histogram cell's, with the exact source of an own size. */
export function sizingOf(item: Item, role: Role, rule: CountingRule, pools: Pools): Sizing {
  const own = ownSizeOf(item, rule);
  const sizing = sizeOf({ ...item, role, size: own?.size ?? null }, rule, pools);
  return sizing.kind === "own" && own !== null ? { ...sizing, source: own.source } : sizing;
}

const sourceOf = { points: "own-points", time: "own-estimate" } as const;

function containerSize(level: number, rule: CountingRule, pool: ProjectPools | undefined): Sizing {
  const fromPool = drawn(pool?.containers[rule][String(level)], "container-pool");
  if (fromPool !== null) return fromPool;
  if (rule !== "count") return { kind: "unknown" };
  return { kind: "drawn", p10: 1, median: 1, p90: 10, source: "container-default" };
}

function drawn(
  pool: Quantiles | null | undefined,
  source: "pool-type" | "pool-project" | "container-pool",
): Sizing | null {
  if (pool === null || pool === undefined || pool.n < smallestPool) return null;
  return { kind: "drawn", p10: pool.p10, median: pool.median, p90: pool.p90, source };
}
