import { endOf, finalScopeOf, hindsightProgress } from "../../../src/domain/judge/hindsight";
import { type JudgedCase, verdictOn } from "../../../src/domain/judge/verdict";
import { aDoneItem, anItem } from "../../build/item";
import { march } from "../../build/history";
import { aScope } from "../../build/scope-as-of";

describe("the end of a goal", () => {
  /** Days of March with leaves and open ones from then on. */
  const endDay = (
    standings: readonly (readonly [day: number, leaves: number, open: number])[],
    until: number,
  ) => {
    const at = new Map(
      standings.map(([day, leaves, open]) => [march(day).getTime(), { leaves, open }]),
    );
    const end = endOf(
      standings.map(([day]) => march(day)),
      (moment) => at.get(moment.getTime()) ?? { leaves: 0, open: 0 },
      march(until),
    );
    return end === null ? null : (end.getTime() - march(0).getTime()) / 86_400_000;
  };

  it("is the start of the first fourteen days in which nothing was open", () => {
    expect(
      endDay(
        [
          [1, 5, 2],
          [3, 5, 0],
        ],
        17,
      ),
    ).toBe(3);
    expect(
      endDay(
        [
          [1, 5, 2],
          [3, 5, 0],
          [10, 6, 1],
          [12, 6, 0],
          [13, 7, 0],
        ],
        26,
      ),
    ).toBe(12);
    expect(
      endDay(
        [
          [1, 5, 0],
          [15, 5, 1],
        ],
        99,
      ),
    ).toBe(1);
  });

  it("is unknown while the fourteen days are not over", () => {
    expect(
      endDay(
        [
          [1, 5, 2],
          [3, 5, 0],
        ],
        16.9,
      ),
    ).toBeNull();
    expect(
      endDay(
        [
          [1, 5, 0],
          [14.9, 5, 1],
        ],
        99,
      ),
    ).toBeNull();
    expect(endDay([], 99)).toBeNull();
  });

  it("is none of a scope with fewer than five leaves", () => {
    expect(endDay([[1, 4, 0]], 99)).toBeNull();
    expect(
      endDay(
        [
          [1, 4, 0],
          [20, 5, 1],
          [25, 5, 0],
        ],
        99,
      ),
    ).toBe(25);
  });
});

describe("hindsight progress", () => {
  const final = aScope([
    aDoneItem({ id: "1", points: 3 }),
    aDoneItem({ id: "2", points: 5 }),
    aDoneItem({ id: "3", points: 8, resolution: "Won't Do" }),
    aDoneItem({ id: "4" }),
  ]);

  it("is the size that was Done then of the final scope without dropped work", () => {
    const then = new Map([
      ["1", aDoneItem({ id: "1", points: 3 })],
      ["2", anItem({ id: "2", points: 2 })],
      ["3", aDoneItem({ id: "3" })],
      ["9", aDoneItem({ id: "9" })],
    ]);
    const scope = finalScopeOf(final);
    expect(scope).toEqual([
      { itemId: "1", size: 3000 },
      { itemId: "2", size: 5000 },
      { itemId: "4", size: 3000 },
    ]);
    expect(hindsightProgress(scope ?? [], (id) => then.get(id))).toBe(3 / 11);
  });

  it("is unknown where an item cannot be sized or nothing has a size", () => {
    expect(finalScopeOf({ ...final, pools: {} })).toBeNull();
    expect(hindsightProgress([], () => undefined)).toBeNull();
  });
});

type Figures = readonly [
  headline: number,
  low: number,
  high: number,
  plain: number,
  hindsight: number,
];

describe("the verdict", () => {
  const judged = (...[headline, low, high, plain, hindsight]: Figures): JudgedCase => ({
    kind: "version",
    headline,
    low,
    high,
    plain,
    hindsight,
  });

  it("tells how often the interval held and how far off both numbers were, by the median", () => {
    const verdict = verdictOn([
      judged(0.5, 0.4, 0.6, 0.7, 0.4),
      judged(0.5, 0.4, 0.6, 0.7, 0.3),
      judged(0.5, 0.5, 0.6, 0.5, 0.5),
    ]);
    expect(verdict.cases).toBe(3);
    expect(verdict.coverageEvidence).toBeCloseTo(2 / 3, 9);
    expect(verdict.medianError).toBeCloseTo(0.1, 9);
    expect(verdict.plainMedianError).toBeCloseTo(0.3, 9);
  });

  it("takes the mean of the two middle errors", () => {
    const verdict = verdictOn([judged(0.5, 0, 1, 0.5, 0.4), judged(0.5, 0, 1, 0.5, 0.2)]);
    expect(verdict.medianError).toBeCloseTo(0.2, 9);
  });

  it("says nothing of no cases", () => {
    expect(verdictOn([])).toEqual({
      cases: 0,
      coverageEvidence: null,
      medianError: null,
      plainMedianError: null,
    });
  });
});
