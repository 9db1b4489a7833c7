import { sizingOf } from "../../src/domain/sizing";
import { poolsOf } from "../../src/domain/pools";
import { anItem, asOf, longAgo } from "../build/item";

const stories = (n: number, typeId: string) =>
  Array.from({ length: n }, (_, i) => ({
    item: anItem({ id: `${typeId}${String(i)}`, typeId, points: 2 }),
    createdAt: longAgo,
  }));
const poolsWith = (sized: ReturnType<typeof stories>) => ({
  "10000": poolsOf({ projectId: "10000", readAt: asOf, sized, containers: [] }),
});
const unsized = anItem({ id: "1" });

describe("the size of a leaf", () => {
  it("names where an own size comes from", () => {
    const item = anItem({ id: "1", points: 3, subTaskEstimateSeconds: 7200 });
    expect(sizingOf(item, "leaf", "count", {})).toEqual({
      kind: "own",
      size: 1,
      source: "counted",
    });
    expect(sizingOf(item, "leaf", "points", {})).toMatchObject({ size: 3, source: "own-points" });
    expect(sizingOf(item, "leaf", "time", {})).toMatchObject({
      size: 7200,
      source: "sub-task-estimates",
    });
    const own = { ...item, estimateSeconds: 60 };
    expect(sizingOf(own, "leaf", "time", {})).toMatchObject({ size: 60, source: "own-estimate" });
  });

  it("is drawn from five sized issues of its type", () => {
    const pools = poolsWith([...stories(5, "10001"), ...stories(9, "10004")]);
    expect(sizingOf(unsized, "leaf", "points", pools)).toMatchObject({ source: "pool-type" });
  });

  it("is drawn from all types with four of its own", () => {
    const pools = poolsWith([...stories(4, "10001"), ...stories(1, "10004")]);
    expect(sizingOf(unsized, "leaf", "points", pools)).toMatchObject({ source: "pool-project" });
  });

  it("is unknown with four of all types, and in a project without pools", () => {
    const pools = poolsWith(stories(4, "10001"));
    expect(sizingOf(unsized, "leaf", "points", pools)).toEqual({ kind: "unknown" });
    expect(sizingOf({ ...unsized, projectId: "9" }, "leaf", "points", pools).kind).toBe("unknown");
  });

  it("is never an empty container's own estimate", () => {
    const epic = anItem({ id: "1", level: 1, points: 40 });
    expect(sizingOf(epic, "empty-container", "points", {})).toEqual({ kind: "unknown" });
    expect(sizingOf(epic, "empty-container", "count", {})).toMatchObject({
      kind: "drawn",
      source: "container-default",
    });
  });
});
