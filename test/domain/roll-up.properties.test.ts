import fc from "fast-check";
import { classOf } from "../../src/domain/classes";
import { contributionOf, sizeUsed } from "../../src/domain/contribution";
import type { HistogramCell } from "../../src/domain/histogram";
import { rollUp } from "../../src/domain/roll-up";
import type { Progress } from "../../src/domain/rollup";
import { sizeOf } from "../../src/domain/sizing";
import { anyCell, anyPools, anyRule, anyScope, anySize } from "../build/arbitrary-scope";

const headlineOf = (progress: Progress) =>
  progress.kind === "value" ? progress.headline : progress.why;

const leaves = (cells: readonly HistogramCell[]) =>
  cells.filter((cell) => cell.role === "leaf" || cell.role === "empty-container");

describe("every rollup", () => {
  it("has its headline in its interval, and all three between 0 and 1", () => {
    fc.assert(
      fc.property(anyScope, anyRule, anyPools, (cells, rule, pools) => {
        const { progress } = rollUp(cells, rule, pools);
        if (progress.kind === "none") return;
        expect(progress.low).toBeGreaterThanOrEqual(0);
        expect(progress.headline).toBeGreaterThanOrEqual(progress.low);
        expect(progress.high).toBeGreaterThanOrEqual(progress.headline);
        expect(progress.high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("does not depend on the order of its issues, nor on how equal ones are grouped", () => {
    const shuffled = anyScope.chain((cells) =>
      fc.tuple(
        fc.constant(cells),
        fc.shuffledSubarray(
          cells.flatMap((cell) => Array.from({ length: cell.n }, () => ({ ...cell, n: 1 }))),
          { minLength: cells.reduce((sum, cell) => sum + cell.n, 0) },
        ),
      ),
    );
    fc.assert(
      fc.property(shuffled, anyRule, anyPools, ([cells, singles], rule, pools) => {
        expect(rollUp(singles, rule, pools)).toEqual(rollUp(cells, rule, pools));
      }),
    );
  });

  it("is the sum of its list: counts, sizes and contributions", () => {
    fc.assert(
      fc.property(anyScope, anyRule, anyPools, (cells, rule, pools) => {
        const rollup = rollUp(cells, rule, pools);
        const listed = leaves(cells).map((cell) => {
          const sizing = sizeOf(cell, rule, pools);
          return { n: cell.n, itemClass: classOf(cell), sizing };
        });
        for (const [itemClass, total] of Object.entries(rollup.classes)) {
          const own = listed.filter((each) => each.itemClass === itemClass);
          expect(total.count).toBe(own.reduce((sum, each) => sum + each.n, 0));
          const size = own.reduce((sum, each) => sum + each.n * (sizeUsed(each.sizing) ?? NaN), 0);
          if (total.size === null) expect(size).toBeNaN();
          else expect(total.size).toBeCloseTo(size, 6);
        }
        if (rollup.progress.kind === "none") return;
        const contributions = listed.reduce(
          (sum, each) => sum + each.n * (contributionOf(each, rollup) ?? 0),
          0,
        );
        expect(Math.abs(contributions - rollup.progress.headline)).toBeLessThan(1e-9);
      }),
    );
  });

  it("never rises when a To Do leaf joins", () => {
    const toDo = anyCell.map((cell) => ({
      ...cell,
      role: "leaf" as const,
      category: "new" as const,
    }));
    fc.assert(
      fc.property(anyScope, toDo, anyRule, anyPools, (cells, added, rule, pools) => {
        const before = rollUp(cells, rule, pools).progress;
        const after = rollUp([...cells, added], rule, pools).progress;
        if (before.kind === "none" || after.kind === "none") return;
        expect(after.headline).toBeLessThanOrEqual(before.headline);
        expect(after.low).toBeLessThanOrEqual(before.low);
      }),
    );
  });

  it("stays the same under points when a story is split into parts of equal total size", () => {
    const parts = fc.array(anySize, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(anyScope, anyCell, parts, anyPools, (cells, cell, sizes, pools) => {
        const story = { ...cell, role: "leaf" as const, n: 1 };
        const whole = sizes.reduce((sum, size) => sum + Math.round(size * 1000), 0) / 1000;
        const split = sizes.map((size) => ({ ...story, size }));
        const before = rollUp([...cells, { ...story, size: whole }], "points", pools);
        const after = rollUp([...cells, ...split], "points", pools);
        expect(after.progress).toEqual(before.progress);
        expect(after.total).toBe(before.total);
      }),
    );
  });

  it("takes no notice of containers and folded sub-tasks", () => {
    fc.assert(
      fc.property(anyScope, anyRule, anyPools, (cells, rule, pools) => {
        expect(rollUp(leaves(cells), rule, pools)).toEqual(rollUp(cells, rule, pools));
      }),
    );
  });

  it("takes no notice of dropped leaves in its progress", () => {
    fc.assert(
      fc.property(anyScope, anyCell, anyRule, anyPools, (cells, cell, rule, pools) => {
        const dropped = { ...cell, category: "done" as const, dropped: true };
        const before = rollUp(cells, rule, pools);
        fc.pre(before.progress.kind === "value" || before.progress.why !== "no-work");
        const after = rollUp([...cells, dropped], rule, pools);
        expect(headlineOf(after.progress)).toBe(headlineOf(before.progress));
      }),
    );
  });
});
