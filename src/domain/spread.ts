import type { ScopeState } from "./scope-state";
import type { Pools } from "./size-pool";
import { type SpreadCell, spreadCellsOf, type UnsizedLeaves } from "./spread-cell";
import { type SpreadRule, spreadRules } from "./spread-rule";
import { countedIn, type NoShare, type Share, shareUnder } from "./spread-shares";

/** A share between 0 and 1, or why this rule gives none. */
export type SpreadValue =
  | { readonly rule: SpreadRule; readonly value: number }
  | { readonly rule: SpreadRule; readonly value: null; readonly why: NoShare };

/** How far the rules lie apart; `lowest` and `highest` are null where no rule gives a number. */
export type Spread = {
  readonly values: readonly SpreadValue[];
  readonly lowest: number | null;
  readonly highest: number | null;
  /** The rules differ by more than 15 points, so the number says more about the rule than about the work. */
  readonly dependsOnRule: boolean;
};

/** The ends of a spread and what they say, kept with a rollup. */
export type SpreadEnds = {
  readonly lowest: number;
  readonly highest: number;
  readonly dependsOnRule: boolean;
};

export function endsOf({ lowest, highest, dependsOnRule }: Spread): SpreadEnds | null {
  return lowest === null || highest === null ? null : { lowest, highest, dependsOnRule };
}

/** The progress of one scope under every rule, whatever its own rule is. */
export function spreadOf(scope: Omit<ScopeState, "rule">): Spread {
  return spreadOfCells(spreadCellsOf(scope), scope.pools);
}

/** The same of a scope whose equal issues are taken together; without `unsized` each cell tells what its own draw from. */
export function spreadOfCells(
  cells: readonly SpreadCell[],
  pools: Pools,
  unsized: UnsizedLeaves | null = null,
): Spread {
  const counted = { ...countedIn(cells), pools, unsized };
  const values = spreadRules.map((rule) => valueOf(rule, shareUnder(rule, counted)));
  const numbers = values.flatMap(({ value }) => value ?? []);
  if (numbers.length === 0) {
    return { values, lowest: null, highest: null, dependsOnRule: false };
  }
  const lowest = Math.min(...numbers);
  const highest = Math.max(...numbers);
  return { values, lowest, highest, dependsOnRule: highest - lowest > mostApart + rounding };
}

const mostApart = 0.15;
/** 0.65 − 0.5 is a little more than 0.15 in binary. */
const rounding = 1e-9;

const valueOf = (rule: SpreadRule, share: Share): SpreadValue =>
  typeof share === "number" ? { rule, value: share } : { rule, value: null, why: share };
