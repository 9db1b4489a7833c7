import fc from "fast-check";
import type { Item } from "../../src/domain/item";
import type { Span } from "../../src/domain/ledger/track";
import type { ScopeState } from "../../src/domain/scope-state";
import { defaultSettings } from "../../src/domain/settings";
import { anyPools, anyRule } from "./arbitrary-scope";
import { anyTree } from "./arbitrary-tree";

const anyDroppedList = fc.constantFrom(defaultSettings.droppedResolutions, ["Duplicate"], []);

/** Pools of one project, another version for each content. */
const versioned = anyPools.map((pools) =>
  Object.fromEntries(
    Object.entries(pools).map(([id, pool]) => [id, { ...pool, version: JSON.stringify(pool) }]),
  ),
);

/** The second tree's facts on the first's ids: everything may have changed between the two. */
const anyTwoTrees = fc
  .tuple(
    anyTree,
    anyTree,
    fc.array(fc.constantFrom("same", "changed", "gone", "new"), { minLength: 14, maxLength: 14 }),
  )
  .map(([first, second, fates]) => {
    const fateOf = (n: number) => fates[n] ?? "same";
    const before = first.filter((_, n) => fateOf(n) !== "new");
    const after = first.flatMap((item, n): readonly Item[] => {
      const fate = fateOf(n);
      if (fate === "gone") return [];
      return [fate === "changed" ? (second[n] ?? item) : item];
    });
    return { before, after };
  });

/** Two states of a scope between which anything may have happened, or only to its items. */
export const anySpan: fc.Arbitrary<Span> = fc
  .record({
    trees: anyTwoTrees,
    rules: fc.tuple(anyRule, anyRule),
    options: fc.tuple(fc.boolean(), fc.boolean()),
    lists: fc.tuple(anyDroppedList, anyDroppedList),
    pools: fc.tuple(versioned, versioned),
    byParentOnly: fc.subarray(Array.from({ length: 14 }, (_, n) => String(20001 + n))),
    onlyItems: fc.boolean(),
  })
  .map(({ trees, rules, options, lists, pools, byParentOnly, onlyItems }) => {
    const state = (end: 0 | 1, items: readonly Item[]): ScopeState => {
      const of = onlyItems ? 0 : end;
      return {
        items,
        rule: rules[of],
        countSubTasks: options[of],
        droppedResolutions: lists[of],
        pools: pools[of],
      };
    };
    return {
      start: state(0, trees.before),
      end: state(1, trees.after),
      byParentOnly: new Set(byParentOnly),
    };
  });
