import fc from "fast-check";
import type { Item } from "../../src/domain/item";
import { anySize } from "./arbitrary-scope";
import { anItem, asOf, longAgo } from "./item";

/** What a tree's issue may be, its place aside. */
const anyFacts = fc.record({
  level: fc.constantFrom(-1, 0, 0, 0, 1, 2),
  typeId: fc.constantFrom("10001", "10004"),
  category: fc.constantFrom<Item["category"][]>("new", "indeterminate", "done", "done"),
  resolution: fc.constantFrom("Done", "Won't Do", "Duplicate", null),
  doneSince: fc.constantFrom(longAgo, asOf, null),
  points: fc.option(anySize),
  estimateSeconds: fc.option(fc.integer({ min: 0, max: 40_000 })),
  openSubTasks: fc.integer({ min: 0, max: 1 }),
  hasSubTasks: fc.boolean(),
  hasChildren: fc.boolean(),
  parent: fc.nat(30),
});

/**
 * Issues of every level in one project, some with a parent of a higher level in scope, some with one outside, some with
 * none.
 */
export const anyTree: fc.Arbitrary<readonly Item[]> = fc
  .array(anyFacts, { maxLength: 14 })
  .map((all) =>
    all.map(({ parent, category, doneSince, ...facts }, n) => {
      const above = all[parent];
      const fits = above !== undefined && above.level > facts.level;
      const parentId = fits ? idOf(parent) : parent > 25 ? "99999" : null;
      const done = category === "done";
      return anItem({
        id: idOf(n),
        ...facts,
        category,
        doneSince: done ? doneSince : null,
        parentId,
      });
    }),
  );

const idOf = (n: number) => String(20001 + n);
