import type { Item } from "./item";
import type { CountingRule } from "./rule";
import type { Pools } from "./size-pool";

/** A scope with everything that its headline is made of. Items are all issues in scope, sub-tasks and containers too. */
export type ScopeState = {
  readonly items: readonly Item[];
  readonly rule: CountingRule;
  readonly countSubTasks: boolean;
  readonly droppedResolutions: readonly string[];
  readonly pools: Pools;
};

/** A scope at an instant, with what tells confirmed from claimed: the interval needs it, the headline does not. */
export type ScopeAsOf = ScopeState & {
  readonly asOf: Date;
  /** Settle time in days by project id; a project without an entry has the seven days of one without evidence. */
  readonly settleDays: Readonly<Record<string, number>>;
};
