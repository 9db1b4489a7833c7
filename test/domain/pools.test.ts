import { addHours } from "date-fns";
import { containerTotalsOf } from "../../src/domain/container-totals";
import { poolsOf, type SizedIssue } from "../../src/domain/pools";
import { quantilesOf } from "../../src/domain/quantiles";
import type { Item } from "../../src/domain/item";
import { anItem, asOf, longAgo } from "../build/item";

const sized = (id: number, override: Partial<Item>, createdAt = longAgo): SizedIssue => ({
  item: anItem({ id: String(id), ...override }),
  createdAt,
});
const poolsFrom = (issues: readonly SizedIssue[]) =>
  poolsOf({ projectId: "10000", readAt: asOf, sized: issues, containers: [] });

describe("quantiles by nearest rank", () => {
  it("are sizes that occur", () => {
    expect(quantilesOf([13, 1, 8, 1, 5, 2, 3, 3])).toEqual({ n: 8, p10: 1, median: 3, p90: 13 });
  });

  it("take the seventh of seventy as the tenth percentile", () => {
    const sizes = Array.from({ length: 70 }, (_, n) => n + 1);
    expect(quantilesOf(sizes)).toEqual({ n: 70, p10: 7, median: 35, p90: 63 });
  });

  it("are nothing for nothing, and the one size for one", () => {
    expect(quantilesOf([])).toBeNull();
    expect(quantilesOf([4])).toEqual({ n: 1, p10: 4, median: 4, p90: 4 });
  });
});

describe("the size pools of a project", () => {
  it("hold at most the 500 most recently created sized issues of each type", () => {
    const old = Array.from({ length: 400 }, (_, n) => sized(1000 + n, { points: 100 }));
    const recent = Array.from({ length: 480 }, (_, n) =>
      sized(2000 + n, { points: 1 }, addHours(longAgo, 1)),
    );
    const { byType } = poolsFrom([...old, ...recent]);
    expect(byType.points["10001"]).toEqual({ n: 500, p10: 1, median: 1, p90: 1 });
  });

  it("give ties to the higher id by value, not by text", () => {
    const tied = Array.from({ length: 500 }, (_, n) => sized(10_000 + n, { points: 1 }));
    const { byType } = poolsFrom([sized(9_999, { points: 50 }), ...tied]);
    expect(byType.points["10001"]).toEqual({ n: 500, p10: 1, median: 1, p90: 1 });
  });

  it("keep types apart and beside them all types together", () => {
    const { byType, allTypes } = poolsFrom([
      sized(1, { points: 1 }),
      sized(2, { points: 8, typeId: "10004" }),
    ]);
    expect(byType.points).toMatchObject({ 10001: { n: 1, median: 1 }, 10004: { n: 1, median: 8 } });
    expect(allTypes.points).toEqual({ n: 2, p10: 1, median: 1, p90: 8 });
  });

  it("hold zero as a size and leave out empty, negative and absurd estimates", () => {
    const { byType } = poolsFrom(
      [0, null, -3, Infinity].map((points, n) => sized(n + 1, { points })),
    );
    expect(byType.points["10001"]?.n).toBe(1);
  });

  it("take a time from the issue's own estimate, else from its sub-tasks'", () => {
    const { byType } = poolsFrom([
      sized(1, { estimateSeconds: 3600, subTaskEstimateSeconds: 7200 }),
      sized(2, { subTaskEstimateSeconds: 7200 }),
      sized(3, { points: 3 }),
    ]);
    expect(byType.time["10001"]).toEqual({ n: 2, p10: 3600, median: 3600, p90: 7200 });
  });

  it("have a version that changes with their content and with nothing else", () => {
    const issues = [sized(1, { points: 1 }), sized(2, { points: 8, typeId: "10004" })];
    const { version } = poolsFrom(issues);
    expect(version).toMatch(/^[0-9a-f]{8}$/);
    expect(poolsFrom(issues.toReversed()).version).toBe(version);
    expect(poolsFrom([...issues, sized(3, { points: 2 })]).version).not.toBe(version);
  });
});

describe("the leaf totals of containers", () => {
  const story = (id: number, parentId: string, points: number | null) =>
    anItem({ id: String(id), parentId, points });
  const initiative = anItem({ id: "1", level: 2, hasChildren: true });
  const epic = anItem({ id: "2", level: 1, hasChildren: true, parentId: "1", points: 40 });
  const { byType, ...rest } = poolsFrom([1, 2, 3, 5, 8].map((points, n) => sized(n, { points })));
  const pools = { "10000": { byType, ...rest } };

  it("add up the leaves of every level below, unsized ones at the median", () => {
    const issues = [initiative, epic, story(3, "2", 5), story(4, "2", null), story(5, "1", 1)];
    expect(containerTotalsOf(issues, pools)).toEqual([
      { level: 1, totals: { count: 2, points: 8, time: null } },
      { level: 2, totals: { count: 3, points: 9, time: null } },
    ]);
  });

  it("are no total where a leaf cannot be sized", () => {
    const issues = [epic, story(3, "2", 5), story(4, "2", null)];
    expect(containerTotalsOf(issues, {})).toEqual([
      { level: 1, totals: { count: 2, points: null, time: null } },
    ]);
  });

  it("leave out empty containers and end on loops", () => {
    const loop = [
      anItem({ id: "8", level: 1, parentId: "9" }),
      anItem({ id: "9", level: 1, parentId: "8" }),
      story(10, "8", 2),
    ];
    expect(containerTotalsOf([anItem({ id: "7", level: 1 })], pools)).toEqual([]);
    expect(containerTotalsOf(loop, pools)).toHaveLength(2);
  });

  it("make the pools from which empty containers of a level draw", () => {
    const containers = [3, 4, 5].map((count) => ({
      level: 1,
      totals: { count, points: count === 5 ? null : count * 2, time: null },
    }));
    const made = poolsOf({ projectId: "10000", readAt: asOf, sized: [], containers });
    expect(made.containers).toEqual({
      count: { 1: { n: 3, p10: 3, median: 4, p90: 5 } },
      points: { 1: { n: 2, p10: 6, median: 6, p90: 8 } },
      time: {},
    });
  });
});
