import * as fc from "fast-check";
import type { Progress } from "../../src/domain/rollup";
import { weightedProgress } from "../../src/domain/weighted";

const number = (headline: number, low = headline, high = headline): Progress => ({
  kind: "value",
  headline,
  low,
  high,
});
const none: Progress = { kind: "none", why: "too-few-sized" };

test("a parent is the mean of its parts by weight, and so are the ends of its interval", () => {
  const parts = [
    { goalId: "1", weight: 3, progress: number(0.5, 0.4, 0.6) },
    { goalId: null, weight: 1, progress: number(0.1, 0, 0.4) },
  ];
  const progress = weightedProgress(parts);
  if (progress.kind !== "value") throw new Error("no number");
  expect(progress.headline).toBeCloseTo(0.4, 12);
  expect(progress.low).toBeCloseTo(0.3, 12);
  expect(progress.high).toBeCloseTo(0.55, 12);
});

test("a part without a number is left out, not counted as nothing done", () => {
  const parts = [
    { goalId: "1", weight: 1, progress: number(0.5) },
    { goalId: "2", weight: 9, progress: none },
  ];
  expect(weightedProgress(parts)).toEqual(number(0.5));
});

test("a part of weight 0 is left out", () => {
  const parts = [
    { goalId: "1", weight: 0, progress: number(1) },
    { goalId: "2", weight: 2, progress: number(0.25) },
  ];
  expect(weightedProgress(parts)).toEqual(number(0.25));
});

test.each([
  ["no part", []],
  ["no part with a number", [{ goalId: "1", weight: 1, progress: none }]],
])("%s gives no number", (_, parts) => {
  expect(weightedProgress(parts)).toEqual({ kind: "none", why: "no-work" });
});

test("the headline lies in its interval whatever the parts are, and their order does not matter", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const part = fc
    .record({ weight: fc.integer({ min: 1, max: 20 }), ends: fc.tuple(share, share, share) })
    .map(({ weight, ends }) => {
      const [low, headline, high] = ends.toSorted((a, b) => a - b);
      return {
        goalId: null,
        weight,
        progress: number(headline ?? 0, low ?? 0, high ?? 0),
      };
    });
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
      const progress = weightedProgress(parts);
      const reversed = weightedProgress(parts.toReversed());
      if (progress.kind !== "value" || reversed.kind !== "value") throw new Error("no number");
      expect(progress.low).toBeLessThanOrEqual(progress.headline + 1e-12);
      expect(progress.headline).toBeLessThanOrEqual(progress.high + 1e-12);
      expect(reversed.headline).toBeCloseTo(progress.headline, 12);
    }),
  );
});
