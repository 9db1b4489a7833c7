import { contributionOf } from "../../src/domain/contribution";
import { rollUp } from "../../src/domain/roll-up";
import { sizeOf } from "../../src/domain/sizing";
import { classOf } from "../../src/domain/classes";
import type { Rollup } from "../../src/domain/rollup";
import { histogramOf } from "../build/histogram-of";
import {
  tenIssueEpic,
  tenIssuePools,
  unsizedDonePools,
  unsizedDoneScope,
} from "../build/ten-issue-epic";

const inPercent = ({ progress }: Rollup) =>
  progress.kind === "none"
    ? progress.why
    : [progress.headline, progress.low, progress.high].map((share) => (100 * share).toFixed(1));

describe("the ten-issue epic", () => {
  const byPoints = rollUp(histogramOf(tenIssueEpic, "points"), "points", tenIssuePools);

  it("is at 29.4 %, between 15.9 and 31.3, by points", () => {
    expect(inPercent(byPoints)).toEqual(["29.4", "15.9", "31.3"]);
  });

  it("puts every story in its class with the size used", () => {
    expect(byPoints.classes).toEqual({
      confirmed: { count: 4, size: 7 },
      claimed: { count: 1, size: 3 },
      active: { count: 1, size: 8 },
      todo: { count: 2, size: 16 },
      dropped: { count: 2, size: 8 },
    });
    expect(byPoints.unsized).toBe(2);
    expect(byPoints.total).toBe(34);
  });

  it("is at 62.5 % by count, 50.0 % of it confirmed", () => {
    const byCount = rollUp(histogramOf(tenIssueEpic, "count"), "count", tenIssuePools);
    expect(inPercent(byCount)).toEqual(["62.5", "50.0", "62.5"]);
    expect(byCount.unsized).toBe(0);
  });

  it("has no number by time, because nothing was ever estimated in hours", () => {
    const byTime = rollUp(histogramOf(tenIssueEpic, "time"), "time", tenIssuePools);
    expect(inPercent(byTime)).toBe("too-few-sized");
    expect(byTime.classes.confirmed).toEqual({ count: 4, size: null });
    expect(byTime.total).toBeNull();
  });

  it("counts sub-tasks in place of their stories when asked to", () => {
    const cells = histogramOf(tenIssueEpic, "count", { countSubTasks: true });
    const { classes, progress } = rollUp(cells, "count", tenIssuePools);
    expect(classes.confirmed.count + classes.claimed.count).toBe(4 + 3);
    expect(progress).toMatchObject({ kind: "value", headline: 7 / 12 });
  });

  it("is made of contributions that add up to the headline", () => {
    const contributions = histogramOf(tenIssueEpic, "points")
      .filter((cell) => cell.role === "leaf")
      .map((cell) => {
        const sizing = sizeOf(cell, "points", tenIssuePools);
        return contributionOf({ itemClass: classOf(cell), sizing }, byPoints) ?? NaN;
      });
    expect(contributions.reduce((sum, each) => sum + each, 0)).toBeCloseTo(10 / 34, 9);
  });
});

describe("the fixture with an unsized Done item", () => {
  it("is at 10.0 %, between 2.2 and 22.4", () => {
    const rollup = rollUp(histogramOf(unsizedDoneScope, "points"), "points", unsizedDonePools);
    expect(inPercent(rollup)).toEqual(["10.0", "2.2", "22.4"]);
  });
});
