import type { Goal } from "../../domain/goal";
import { cellOf, isSettled, leavesOf } from "../../domain/leaves";
import { rollUp } from "../../domain/roll-up";
import type { Progress, Rollup } from "../../domain/rollup";
import type { ScopeAsOf } from "../../domain/scope-state";
import type { Standing } from "./standing";

/** How a state of a goal is known; issues by id. */
export type Knowledge =
  | { readonly kind: "now" }
  | {
      readonly kind: "past";
      readonly beforeGoal: boolean;
      /** Issues in scope whose changelog contradicts itself or the present. */
      readonly inconsistent: readonly string[];
      /** Issues whose changelog was not read as far as that instant. */
      readonly unread: readonly string[];
      /** Links whose rule was answered by its members of today. */
      readonly byToday: readonly string[];
    };

/** A goal's scope at an instant, with its number and what decides who may see what of it. */
export type KnownScope = {
  /** The goal as it was then. */
  readonly goal: Goal;
  readonly scope: ScopeAsOf;
  /** Of a weighted parent: with the progress that its children give it. */
  readonly rollup: Rollup;
  readonly standings: ReadonlyMap<string, Standing>;
  readonly knowledge: Knowledge;
  /** When the issues were last changed, as far as known. */
  readonly changedAt: ReadonlyMap<string, Date>;
};

/** What a scope amounts to as a union of its issues. */
export function rollupOf(scope: ScopeAsOf): Rollup {
  const cells = leavesOf(scope).map((leaf) =>
    cellOf(leaf, scope.rule, isSettled(leaf.item, scope)),
  );
  return rollUp(cells, scope.rule, scope.pools);
}

/** The same where the parts of a weighted parent decide the progress: there is no size of the whole. */
export const weightedRollup = (union: Rollup, progress: Progress): Rollup => ({
  ...union,
  progress,
  total: null,
});
