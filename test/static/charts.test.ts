import fc from "fast-check";
import { courseOf, courseRoom, type CoursePoint } from "../../static/charts/course";
import { spreadScale } from "../../static/charts/spread-scale";
import { shareOfTime, ticksOf } from "../../static/charts/time-scale";
import { waterfallOf } from "../../static/charts/waterfall";

const at = (day: string) => Date.parse(`${day}T00:00:00Z`);

describe("the waterfall", () => {
  const shares = fc.array(fc.double({ min: -0.3, max: 0.3, noNaN: true }), { maxLength: 9 });

  it("begins at the start, joins bar to bar, and ends at the start plus all shares", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), shares, (start, falls) => {
        const chart = waterfallOf(
          start,
          falls.map((share, index) => ({ key: String(index), share })),
        );
        const shareAt = (left: number) => chart.low + ((chart.high - chart.low) * left) / 100;
        const end = falls.reduce((level, share) => level + share, start);
        expect(shareAt(chart.start)).toBeCloseTo(start, 9);
        expect(shareAt(chart.end)).toBeCloseTo(end, 9);
        let before = chart.start;
        for (const bar of chart.bars) {
          expect(bar.from).toBeCloseTo(before, 9);
          expect(bar.left).toBeCloseTo(Math.min(bar.from, bar.to), 9);
          expect(bar.left + bar.width).toBeCloseTo(Math.max(bar.from, bar.to), 9);
          before = bar.to;
        }
        expect(before).toBeCloseTo(chart.end, 9);
      }),
    );
  });

  it("stands within the chart, and shows nothing below 0 or above 100 % that is not there", () => {
    const chart = waterfallOf(0.01, [
      { key: "finished", share: 0.98 },
      { key: "reopened", share: -0.4 },
    ]);
    expect([chart.low, chart.high]).toEqual([0, 1]);
    expect(chart.bars).toEqual([
      expect.objectContaining({ left: 1, rises: true }),
      expect.objectContaining({ rises: false }),
    ]);
    expect(chart.bars[1]?.left).toBeCloseTo(59, 9);
  });

  it("shows a stretch of the scale even when nothing moved", () => {
    const { low, high, start, end } = waterfallOf(0.5, []);
    expect(low).toBeCloseTo(0.49, 9);
    expect(high).toBeCloseTo(0.51, 9);
    expect(start).toBeCloseTo(50, 9);
    expect(end).toBeCloseTo(50, 9);
  });
});

describe("the bar of the rule spread", () => {
  it("goes from the lowest to the highest rule and marks each that has a value", () => {
    const scale = spreadScale(
      [
        { rule: "count", value: 0.625 },
        { rule: "time", value: null },
        { rule: "points", value: 0.25 },
      ],
      "points",
    );
    expect(scale).toEqual({
      left: 25,
      width: 37.5,
      marks: [
        { rule: "count", left: 62.5, isOwn: false },
        { rule: "points", left: 25, isOwn: true },
      ],
    });
  });

  it("is not drawn for a single rule", () => {
    expect(spreadScale([{ rule: "count", value: 0.5 }], "count")).toBeNull();
  });
});

describe("the scale of time", () => {
  it("places an instant between the ends and never beyond them", () => {
    const ends = [at("2026-01-01"), at("2026-01-11")] as const;
    expect(shareOfTime(at("2026-01-06"), ...ends)).toBe(0.5);
    expect(shareOfTime(at("2025-01-06"), ...ends)).toBe(0);
    expect(shareOfTime(at("2027-01-06"), ...ends)).toBe(1);
    expect(shareOfTime(at("2026-01-06"), at("2026-01-06"), at("2026-01-06"))).toBe(1);
  });

  it("has first days of months as ticks, no more than fit", () => {
    const days = (ticks: readonly number[]) =>
      ticks.map((tick) => new Date(tick).toISOString().slice(0, 10));
    expect(days(ticksOf(at("2025-11-15"), at("2026-02-20"), 6))).toEqual([
      "2025-12-01",
      "2026-01-01",
      "2026-02-01",
    ]);
    expect(ticksOf(at("2020-01-15"), at("2026-02-20"), 3)).toHaveLength(3);
  });

  it("has days as ticks where no two months begin", () => {
    expect(ticksOf(at("2026-01-10"), at("2026-01-13"), 6)).toEqual(
      ["2026-01-10", "2026-01-11", "2026-01-12", "2026-01-13"].map(at),
    );
  });
});

describe("the course of the number", () => {
  const size = { width: 400, height: 128 };
  const span = { from: at("2026-01-01"), to: at("2026-03-01") };
  const point = (
    day: string,
    source: CoursePoint["source"],
    headline: number | null,
  ): CoursePoint => ({ at: at(day), source, headline, low: headline, high: headline });

  it("draws a line from less certain knowledge to certain knowledge as the less certain one", () => {
    const course = courseOf(
      [
        point("2026-01-01", "estimated", 0.1),
        point("2026-01-15", "replayed", 0.2),
        point("2026-02-01", "replayed", 0.3),
        point("2026-02-15", "observed", 0.4),
        point("2026-03-01", "observed", 0.5),
      ],
      span,
      size,
    );
    expect(course.stretches.map(({ source }) => source)).toEqual([
      "estimated",
      "replayed",
      "observed",
    ]);
    expect(course.dots.map(({ source }) => source)).toEqual(["estimated", "replayed", "replayed"]);
  });

  it("breaks where there was no number, instead of drawing it as 0 %", () => {
    const course = courseOf(
      [
        point("2026-01-01", "observed", 0.5),
        point("2026-01-10", "observed", 0.5),
        point("2026-01-20", "observed", null),
        point("2026-02-01", "observed", 0.5),
        point("2026-03-01", "observed", 0.5),
      ],
      span,
      size,
    );
    expect(course.stretches).toHaveLength(2);
    const middle = (size.height - courseRoom.top - courseRoom.bottom) / 2 + courseRoom.top;
    for (const { line } of course.stretches) {
      expect(line).toMatch(
        new RegExp(`^M[\\d.]+ ${middle.toFixed(1)}L[\\d.]+ ${middle.toFixed(1)}$`),
      );
    }
  });

  it("uses the whole width from the first issue to now, and the whole height from 0 to 100 %", () => {
    const { xOf, yOf } = courseOf([], span, size);
    expect([xOf(span.from), xOf(span.to)]).toEqual([
      courseRoom.left,
      size.width - courseRoom.right,
    ]);
    expect([yOf(1), yOf(0)]).toEqual([courseRoom.top, size.height - courseRoom.bottom]);
  });
});
