import fc from "fast-check";
import type { Item } from "../../src/domain/item";
import type { Rollup } from "../../src/domain/rollup";
import { cellOf, isSettled, leavesOf } from "../../src/domain/leaves";
import { rollUp } from "../../src/domain/roll-up";
import type { ScopeAsOf } from "../../src/domain/scope-state";
import { defaultSettings } from "../../src/domain/settings";
import { anyPools, anyRule } from "./arbitrary-scope";
import { anyTree } from "./arbitrary-tree";
import { asOf } from "./item";
import { tenIssuePools } from "./ten-issue-epic";

/** These issues by points on the day of the fixtures, with the pools of the ten-issue epic. */
export function aScope(items: readonly Item[], override: Partial<ScopeAsOf> = {}): ScopeAsOf {
  return {
    items,
    rule: "points",
    countSubTasks: false,
    droppedResolutions: defaultSettings.droppedResolutions,
    pools: tenIssuePools,
    asOf,
    settleDays: {},
    ...override,
  };
}

export const anyScopeAsOf: fc.Arbitrary<ScopeAsOf> = fc
  .record({ items: anyTree, rule: anyRule, pools: anyPools, countSubTasks: fc.boolean() })
  .map(({ items, ...override }) => aScope(items, override));

/** The rollup of a scope, straight from its issues. */
export function rollUpScope(scope: ScopeAsOf): Rollup {
  const cells = leavesOf(scope).map((leaf) =>
    cellOf(leaf, scope.rule, isSettled(leaf.item, scope)),
  );
  return rollUp(cells, scope.rule, scope.pools);
}
