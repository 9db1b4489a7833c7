import fc from "fast-check";
import { type ChangeWindow, jqlOf, windowsOf } from "../../src/jira/change-windows";

const at = (milliseconds: number) => new Date(Date.UTC(2026, 2, 16, 12) + milliseconds);
const minute = 60_000;
const known = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 5000 }).map(String),
    updatedAt: fc.integer({ min: -minute, max: 11 * minute }).map(at),
    parentId: fc.constant(null),
  }),
  { selector: ({ id }) => id, maxLength: 300 },
);

const contains = ({ from, until }: ChangeWindow, instant: Date) =>
  instant >= from && (until === null || instant < until);
/** Whether the query of a window finds an issue at a version. */
const finds = (window: ChangeWindow, id: string, version: Date) =>
  contains(window, version) &&
  window.known.every(({ end, ids }) => version.getTime() >= end || !ids.includes(id));

test("every instant of the time is searched once", () => {
  const instant = fc.integer({ min: 0, max: 10 * minute - 1 }).map(at);
  const untils = fc.constantFrom(null, at(10 * minute));
  fc.assert(
    fc.property(known, untils, instant, (all, until, version) => {
      const windows = windowsOf({ from: at(0), until, known: all });
      expect(windows.filter((window) => contains(window, version))).toHaveLength(1);
      expect(windows.at(-1)?.until).toEqual(until);
    }),
  );
});

test("what is known is left out at its version, and found at any version after the second of it", () => {
  fc.assert(
    fc.property(known, fc.integer({ min: 0, max: 5 * minute }), (all, later) => {
      const windows = windowsOf({ from: at(0), until: null, known: all });
      for (const { id, updatedAt } of all.filter((each) => each.updatedAt >= at(0))) {
        expect(windows.some((window) => finds(window, id, updatedAt))).toBe(false);
        const changed = new Date(updatedAt.getTime() + 1000 + later);
        expect(windows.some((window) => finds(window, id, changed))).toBe(true);
      }
    }),
  );
});

test("a query names at most five hundred issues of fifty seconds, and stays short", () => {
  const bulk = Array.from({ length: 20_000 }, (_, n) => ({
    id: String(1_000_000 + n),
    updatedAt: at(60 * n),
    parentId: null,
  }));
  const slow = Array.from({ length: 500 }, (_, n) => ({
    id: String(2_000_000 + n),
    updatedAt: at(20 * minute + 2000 * n),
    parentId: null,
  }));
  const windows = windowsOf({ from: at(0), until: null, known: [...bulk, ...slow] });
  const named = windows.flatMap((window) => window.known.flatMap(({ ids }) => ids));
  expect(new Set(named).size).toBe(20_500);
  for (const window of windows) {
    expect(window.known.length).toBeLessThanOrEqual(50);
    expect(window.known.flatMap(({ ids }) => ids).length).toBeLessThanOrEqual(500);
    expect(jqlOf(window).length).toBeLessThan(8000);
  }
});

test("what exceeds a query in one second is told of again", () => {
  const all = Array.from({ length: 700 }, (_, n) => ({
    id: String(n + 1),
    updatedAt: at(0),
    parentId: null,
  }));
  const [window] = windowsOf({ from: at(0), until: null, known: all });
  expect(window?.known.flatMap(({ ids }) => ids)).toHaveLength(500);
});

test("a query names its bounds, and issues with the end of their second", () => {
  const from = new Date("2026-03-16T12:00:00.000Z");
  const issues = [
    { id: "7", updatedAt: new Date("2026-03-16T12:00:01.250Z"), parentId: null },
    { id: "9", updatedAt: new Date("2026-03-16T12:00:01.999Z"), parentId: null },
  ];
  const until = new Date("2026-03-16T12:05:00.000Z");
  const queries = windowsOf({ from, until, known: issues }).map(jqlOf);
  expect(queries).toEqual([
    "updated >= 1773662400000 AND updated < 1773662700000 AND (updated >= 1773662402000 OR id not in (7, 9))",
  ]);
});
