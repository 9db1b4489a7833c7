import { readDay, writtenDay } from "../../../src/domain/days/day-text";
import { keptOf, type KeptDay } from "../../../src/domain/days/kept-day";
import { hasSameFigures, readMonth, writtenMonth } from "../../../src/domain/days/month-text";
import { quotientOf } from "../../../src/domain/days/quotient";
import { aStoredRollup } from "../../build/stored-rollup";

const stored = aStoredRollup({ goalId: "1" });
const { rollup } = stored;
const epic = keptOf(stored);

it("writes what counts and sizes do not give by themselves, and nothing else", () => {
  expect(writtenDay(epic)).toBe("Ammt4sr9xB4C1D1E2F2I7J3K8M16N-1O10V1X2Y-2P388da1aeRpoints");
});

it("has a version of the pools that changes with each of them and with no order", () => {
  const versionWith = (poolVersions: Readonly<Record<string, string>>) =>
    keptOf({ ...stored, poolVersions }).poolsVersion;
  const both = versionWith({ "10000": "0123abcd", "10001": "4567cdef" });
  expect(versionWith({ "10001": "4567cdef", "10000": "0123abcd" })).toBe(both);
  expect(versionWith({ "10000": "0123abcd", "10001": "4567cdee" })).not.toBe(both);
  expect(versionWith({ "10000": "0123abcd" })).not.toBe(both);
});

it("has no version of pools where every size is an issue's own", () => {
  expect(keptOf({ ...stored, rollup: { ...rollup, unsized: 0 } }).poolsVersion).toBe("");
});

it("takes one character for a day on which nothing changed", () => {
  const days = (n: number) =>
    Array.from({ length: n }, (_, at) => ({
      day: `2026-03-${String(at + 1).padStart(2, "0")}`,
      kept: epic,
    }));
  expect(writtenMonth(days(31)).length - writtenMonth(days(1)).length).toBe(30);
});

it("takes one character for a day that was only computed again, with other pools", () => {
  const again = {
    ...epic,
    computedAt: new Date("2026-03-17T09:00:00Z"),
    poolsVersion: "ffffffff",
  };
  const text = writtenMonth([
    { day: "2026-03-01", kept: epic },
    { day: "2026-03-02", kept: again },
  ]);
  expect(text).toBe(`${writtenDay(epic)},`);
  expect(hasSameFigures(epic, again)).toBe(true);
  expect(hasSameFigures(epic, { ...again, ruleVersion: 2 })).toBe(false);
});

it("writes a finished story as what it changed", () => {
  const { classes } = rollup;
  const after: KeptDay = {
    ...epic,
    computedAt: new Date("2026-03-17T12:00:00.789Z"),
    rollup: {
      ...rollup,
      classes: { ...classes, claimed: { count: 2, size: 11 }, active: { count: 0, size: 0 } },
      progress: { kind: "value", headline: 18 / 34, low: 7 / 44, high: 18 / 32 },
    },
  };
  const text = writtenMonth([
    { day: "2026-03-16", kept: epic },
    { day: "2026-03-17", kept: after },
  ]);
  expect(text.split(",").at(-1)).toBe("A1ffuo0C1D-1J8K-8");
});

it("tells days that were never taken from days without a change", () => {
  const days = ["2026-03-03", "2026-03-04", "2026-03-09"].map((day) => ({ day, kept: epic }));
  expect(writtenMonth(days)).toBe(`-,-,${writtenDay(epic)},,-,-,-,-,`);
  expect(readMonth("2026-03", writtenMonth(days)).map(({ day }) => day)).toEqual(
    days.map(({ day }) => day),
  );
});

it("tells a share by the sums nearest to those of the sizes, and a mean by itself", () => {
  const known = { above: 7000, below: 34_000 };
  expect(quotientOf(7 / 44, known)).toEqual({ above: 7000, below: 44_000 });
  expect(quotientOf(10 / 32, known)).toEqual({ above: 10_000, below: 32_000 });
  expect(quotientOf(7 / 34, known)).toEqual(known);
  expect(quotientOf(0, known)).toEqual({ above: 0, below: 34_000 });
  expect(quotientOf(Math.SQRT1_2, known)).toBeNull();
});

it("refuses a text that is no kept day", () => {
  expect(() => readDay("")).toThrow(RangeError);
});
