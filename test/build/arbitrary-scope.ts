import fc from "fast-check";
import type { HistogramCell } from "../../src/domain/histogram";
import type { Pools, Quantiles } from "../../src/domain/size-pool";

/** Sizes as the store keeps them: whole thousandths. */
export const anySize = fc.integer({ min: 0, max: 40_000 }).map((thousandths) => thousandths / 1000);

const anyQuantiles: fc.Arbitrary<Quantiles> = fc
  .tuple(fc.integer({ min: 0, max: 30 }), anySize, anySize, anySize)
  .map(([n, ...sizes]) => {
    const [p10 = 0, median = 0, p90 = 0] = sizes.toSorted((a, b) => a - b);
    return { n, p10, median, p90 };
  });

/** Pools of one project with one story type; too small ones included. */
export const anyPools: fc.Arbitrary<Pools> = fc
  .record({ byType: anyQuantiles, allTypes: anyQuantiles, containers: anyQuantiles })
  .map(({ byType, allTypes, containers }) => {
    const byLevel = { "1": containers };
    return {
      "10000": {
        projectId: "10000",
        version: "00000000",
        readAt: new Date("2026-03-16T12:00:00Z"),
        byType: { points: { "10001": byType }, time: { "10001": byType } },
        allTypes: { points: allTypes, time: allTypes },
        containers: { count: byLevel, points: byLevel, time: byLevel },
      },
    };
  });

/** A cell of any role and class, sized or not. */
export const anyCell: fc.Arbitrary<HistogramCell> = fc.record({
  role: fc.constantFrom<HistogramCell["role"][]>(
    "leaf",
    "leaf",
    "leaf",
    "empty-container",
    "folded",
    "container",
  ),
  category: fc.constantFrom<HistogramCell["category"][]>("new", "indeterminate", "done"),
  dropped: fc.boolean(),
  settled: fc.boolean(),
  openSubTask: fc.boolean(),
  projectId: fc.constant("10000"),
  typeId: fc.constantFrom("10001", "10004"),
  level: fc.constantFrom(0, 1),
  size: fc.option(anySize),
  n: fc.integer({ min: 1, max: 50 }),
});

export const anyScope = fc.array(anyCell, { maxLength: 25 });
export const anyRule = fc.constantFrom<("count" | "points" | "time")[]>("count", "points", "time");
