import type { HistogramCell } from "../../src/domain/histogram";
import { rollUp } from "../../src/domain/roll-up";
import type { Pools } from "../../src/domain/size-pool";
import { cellOf } from "../build/histogram-of";
import { aDoneItem, anItem } from "../build/item";
import { tenIssuePools } from "../build/ten-issue-epic";

const noPools: Pools = {};
const toDo = (points: number | null) => cellOf(anItem({ id: "1", points }), "leaf", "points");
const done = (points: number | null) => cellOf(aDoneItem({ id: "2", points }), "leaf", "points");
const dropped = (points: number | null): HistogramCell => ({ ...done(points), dropped: true });
const unsettled = (points: number | null): HistogramCell => ({ ...done(points), settled: false });

describe("a rollup without a number says why", () => {
  it.each([
    ["no-work", []],
    ["no-work", [{ ...toDo(3), role: "container" as const }]],
    ["all-dropped", [dropped(3), dropped(null)]],
    ["no-size", [done(0), toDo(0)]],
    ["too-few-sized", [done(3), toDo(null)]],
  ])("%s", (why, cells) => {
    expect(rollUp(cells, "points", noPools)).toMatchObject({
      progress: { kind: "none", why },
      total: null,
    });
  });
});

describe("a rollup", () => {
  it("is not refused for a dropped leaf of unknown size", () => {
    const { progress, classes, unsized } = rollUp([done(1), toDo(3), dropped(null)], "points", {});
    expect(progress).toEqual({ kind: "value", headline: 0.25, low: 0.25, high: 0.25 });
    expect(classes.dropped).toEqual({ count: 1, size: null });
    expect(unsized).toBe(1);
  });

  it("counts a leaf of size 0 as sized", () => {
    expect(rollUp([done(0), toDo(3)], "points", noPools)).toMatchObject({
      progress: { kind: "value", headline: 0 },
      unsized: 0,
    });
  });

  it("trusts claimed work at the high end only", () => {
    const { progress } = rollUp([done(2), unsettled(3), toDo(5)], "points", noPools);
    expect(progress).toEqual({ kind: "value", headline: 0.5, low: 0.2, high: 0.5 });
  });

  it("falls back to the headline at an end where every size is 0", () => {
    const pool = { n: 5, p10: 0, median: 2, p90: 8 };
    const pools = withStoryPool(pool);
    const { progress } = rollUp([toDo(null)], "points", pools);
    expect(progress).toEqual({ kind: "value", headline: 0, low: 0, high: 0 });
  });

  it("adds tenths of a point exactly", () => {
    const tenths = [0.1, 0.2, 0.3, 0.1, 0.2].map(done);
    expect(rollUp([...tenths, toDo(0.9)], "points", noPools)).toMatchObject({
      progress: { kind: "value", headline: 0.5, low: 0.5, high: 0.5 },
      total: 1.8,
    });
  });

  it("counts an empty container as 1, perhaps 10, when nothing tells what such containers hold", () => {
    const empty = cellOf(anItem({ id: "1", level: 1 }), "empty-container", "count");
    const { progress, unsized } = rollUp([done(1), empty], "count", noPools);
    expect(progress).toEqual({ kind: "value", headline: 1 / 2, low: 1 / 11, high: 1 / 2 });
    expect(unsized).toBe(1);
  });

  it("draws an empty container from the leaf totals of its level", () => {
    const empty = cellOf(anItem({ id: "1", level: 1, points: 99 }), "empty-container", "points");
    const pools = withContainerPool({ n: 5, p10: 5, median: 10, p90: 30 });
    const { progress } = rollUp([done(10), empty], "points", pools);
    expect(progress).toEqual({ kind: "value", headline: 0.5, low: 0.25, high: 10 / 15 });
  });
});

const project = tenIssuePools["10000"];
type Pool = { n: number; p10: number; median: number; p90: number };

function withStoryPool(pool: Pool): Pools {
  if (project === undefined) throw new Error("the fixture has a project");
  return { "10000": { ...project, byType: { points: { "10001": pool }, time: {} } } };
}

function withContainerPool(pool: Pool): Pools {
  if (project === undefined) throw new Error("the fixture has a project");
  return {
    "10000": { ...project, containers: { count: {}, points: { "1": pool }, time: {} } },
  };
}
