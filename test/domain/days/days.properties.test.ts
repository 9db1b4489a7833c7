import fc from "fast-check";
import { readDay, writtenDay } from "../../../src/domain/days/day-text";
import { readMonth, writtenMonth } from "../../../src/domain/days/month-text";
import { quotientOf, valueOf } from "../../../src/domain/days/quotient";
import type { DatedDay, KeptDay } from "../../../src/domain/days/kept-day";
import { anyKeptDay, anyMonth } from "../../build/arbitrary-days";

it("gives back every day exactly as it was written", () => {
  fc.assert(
    fc.property(anyKeptDay, (kept) => {
      expect(readDay(writtenDay(kept))).toEqual(kept);
    }),
  );
});

/** Of days with the same figures in a row, all as the first was computed. */
function asFirstComputed(days: readonly DatedDay[]): readonly DatedDay[] {
  const figures = ({ rollup, ruleVersion }: KeptDay) => JSON.stringify([rollup, ruleVersion]);
  let before: KeptDay | null = null;
  return days.map(({ day, kept }) => {
    if (before === null || figures(before) !== figures(kept)) before = kept;
    return { day, kept: before };
  });
}

it("gives back exactly the figures of a month, as they were first computed", () => {
  fc.assert(
    fc.property(anyMonth, (days) => {
      expect(readMonth("2026-03", writtenMonth(days))).toEqual(asFirstComputed(days));
    }),
  );
});

it("writes the same month from days that were read as from days that were kept", () => {
  fc.assert(
    fc.property(anyMonth, (days) => {
      const text = writtenMonth(days);
      expect(writtenMonth(readMonth("2026-03", text))).toBe(text);
    }),
  );
});

it("gives back every quotient of sums exactly, whatever is known", () => {
  const anySum = fc.nat(10_000_000);
  const anyQuotient = fc
    .tuple(anySum, fc.integer({ min: 1, max: 10_000_000 }))
    .map(([a, b]) => Math.min(a, b) / b);
  fc.assert(
    fc.property(anyQuotient, anySum, anySum, (share, above, below) => {
      const found = quotientOf(share, { above, below });
      expect(found === null ? null : valueOf(found)).toBe(share);
    }),
  );
});
