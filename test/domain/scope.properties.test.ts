import fc from "fast-check";
import type { Item } from "../../src/domain/item";
import { anyPools, anyRule } from "../build/arbitrary-scope";
import { anyTree } from "../build/arbitrary-tree";
import { anItem } from "../build/item";
import { aScope, anyScopeAsOf, rollUpScope } from "../build/scope-as-of";

/** Three epics with a child that stays, so that no epic becomes empty or non-empty. */
const epics = ["91", "92", "93"].flatMap((id) => [
  anItem({ id, level: 1, hasChildren: true }),
  anItem({ id: `${id}0`, parentId: id, points: 1 }),
]);
const anyStories = anyTree.map((items) =>
  items
    .filter(({ level }) => level === 0)
    .map((item): Item => ({ ...item, parentId: null, hasSubTasks: false })),
);
const anyParents = fc.array(fc.constantFrom("91", "92", "93", null), {
  minLength: 14,
  maxLength: 14,
});
const under = (stories: readonly Item[], parents: readonly (string | null)[]) => [
  ...epics,
  ...stories.map((story, n) => ({ ...story, parentId: parents[n] ?? null })),
];

describe("every scope", () => {
  it("has the same number wherever its stories are nested among its epics", () => {
    const anyPlaces = fc.tuple(anyParents, anyParents);
    fc.assert(
      fc.property(anyStories, anyPlaces, anyRule, anyPools, (stories, places, rule, pools) => {
        const [before, after] = places.map((parents) =>
          rollUpScope(aScope(under(stories, parents), { rule, pools })),
        );
        expect(after).toEqual(before);
      }),
    );
  });

  it("has the same number when its epics are put under another level in scope", () => {
    fc.assert(
      fc.property(anyStories, anyParents, anyRule, anyPools, (stories, parents, rule, pools) => {
        const flat = under(stories, parents);
        const initiative = anItem({ id: "9", level: 2, points: 99, hasChildren: true });
        const nested = [
          initiative,
          ...flat.map((item) => (item.level === 1 ? { ...item, parentId: "9" } : item)),
        ];
        expect(rollUpScope(aScope(nested, { rule, pools }))).toEqual(
          rollUpScope(aScope(flat, { rule, pools })),
        );
      }),
    );
  });

  it("counts an item that several paths bring once", () => {
    fc.assert(
      fc.property(anyScopeAsOf, fc.nat(20), (scope, n) => {
        const again = { ...scope, items: [...scope.items, ...scope.items.slice(0, n)] };
        expect(rollUpScope(again)).toEqual(rollUpScope(scope));
      }),
    );
  });

  it("has its headline in its interval", () => {
    fc.assert(
      fc.property(anyScopeAsOf, (scope) => {
        const { progress } = rollUpScope(scope);
        if (progress.kind === "none") return;
        expect(progress.low).toBeLessThanOrEqual(progress.headline);
        expect(progress.high).toBeGreaterThanOrEqual(progress.headline);
      }),
    );
  });
});
