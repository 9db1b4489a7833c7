import type { CountingRule } from "./rule";

/** Nearest-rank quantiles of a pool of sizes, with how many it holds. */
export type Quantiles = {
  readonly n: number;
  readonly p10: number;
  readonly median: number;
  readonly p90: number;
};

/** The sizes from which unsized leaves of one project draw, as read at one instant. */
export type ProjectPools = {
  readonly projectId: string;
  /** Changes whenever the pools' content does; shown in the receipt. */
  readonly version: string;
  readonly readAt: Date;
  /** By rule, then by issue type id: at most the 500 most recently created sized issues of that type. */
  readonly byType: Readonly<Record<"points" | "time", Readonly<Record<string, Quantiles>>>>;
  /** By rule: the same over all types of the project. */
  readonly allTypes: Readonly<Record<"points" | "time", Quantiles | null>>;
  /** By rule, then by hierarchy level: leaf totals of non-empty containers. */
  readonly containers: Readonly<Record<CountingRule, Readonly<Record<string, Quantiles>>>>;
};

/** The pools of every project of a scope, by project id; a project without an entry has no pool. */
export type Pools = Readonly<Record<string, ProjectPools>>;
