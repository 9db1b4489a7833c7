import { addDays } from "date-fns";
import fc from "fast-check";
import type { DatedDay, KeptDay } from "../../src/domain/days/kept-day";
import { rollUp } from "../../src/domain/roll-up";
import type { Rollup } from "../../src/domain/rollup";
import { anyPools, anyRule, anyScope } from "./arbitrary-scope";

const anyShares = fc
  .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([a, b]) => ({ low: Math.min(a, b), headline: (a + b) / 2, high: Math.max(a, b) }));

/** The rollup of a scope, or of a weighted parent whose children decide the progress. */
const anyRollup: fc.Arbitrary<Rollup> = fc
  .tuple(anyScope, anyRule, anyPools, fc.option(anyShares))
  .map(([cells, rule, pools, shares]) => {
    const union = rollUp(cells, rule, pools);
    if (shares === null) return union;
    return { ...union, progress: { kind: "value", ...shares }, total: null };
  });

const anyVersion = fc.integer({ min: 0, max: 0xffff }).map((n) => n.toString(16).padStart(8, "0"));

export const anyKeptDay: fc.Arbitrary<KeptDay> = fc.record({
  rollup: anyRollup,
  ruleVersion: fc.integer({ min: 1, max: 40 }),
  poolsVersion: fc.oneof(fc.constant(""), anyVersion),
  computedAt: fc.date({
    min: new Date("2020-01-01T00:00:00Z"),
    max: new Date("2040-01-01T00:00:00Z"),
    noInvalidDate: true,
  }),
});

/** Some days of one month, with days between that are like the day before or were computed again. */
export const anyMonth: fc.Arbitrary<readonly DatedDay[]> = fc
  .array(fc.option(fc.oneof(anyKeptDay, fc.constantFrom("as before", "again"))), {
    minLength: 1,
    maxLength: 31,
  })
  .map((parts) => {
    const days: DatedDay[] = [];
    parts.forEach((part, at) => {
      const kept = typeof part === "string" ? repeated(days.at(-1)?.kept, part) : part;
      if (kept === null) return;
      days.push({ day: `2026-03-${String(at + 1).padStart(2, "0")}`, kept });
    });
    return days;
  })
  .filter((days) => days.length > 0);

function repeated(before: KeptDay | undefined, how: string): KeptDay | null {
  if (before === undefined || how === "as before") return before ?? null;
  return { ...before, computedAt: addDays(before.computedAt, 1), poolsVersion: "ffffffff" };
}
