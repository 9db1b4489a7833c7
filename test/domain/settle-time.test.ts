import { addHours } from "date-fns";
import fc from "fast-check";
import { settleDaysOf, type StatusHistory } from "../../src/domain/settle-time";

const start = new Date("2026-01-01T00:00:00Z");
const asOf = new Date("2026-12-31T00:00:00Z");
const afterDays = (days: number) => addHours(start, days * 24);

/** Done on day 0, left Done after so many days each, and so on in turn. */
const history = (issueId: string, ...toggledOnDays: readonly number[]): StatusHistory => ({
  issueId,
  createdAt: start,
  startsDone: false,
  changes: toggledOnDays.map((day, n) => ({ at: afterDays(day), done: n % 2 === 0 })),
});
const many = (n: number, ...toggledOnDays: readonly number[]) =>
  Array.from({ length: n }, (_, i) =>
    history(`${String(i)}-${toggledOnDays.join()}`, ...toggledOnDays),
  );

describe("the settle time", () => {
  it("is 7 days while fewer than 15 reopenings are known", () => {
    expect(settleDaysOf([], asOf)).toEqual({ days: 7, reopenings: 0 });
    expect(settleDaysOf(many(14, 0, 20), asOf)).toEqual({ days: 7, reopenings: 14 });
  });

  it("is the least whole day after which at most 2 % of those that stayed Done came back", () => {
    const steady = many(98, 0);
    const reopenedAfter3 = many(16, 0, 3.5);
    expect(settleDaysOf([...steady, ...reopenedAfter3], asOf)).toEqual({ days: 4, reopenings: 16 });
  });

  it("counts exactly 2 % as few enough", () => {
    const early = many(15, 0, 0.5);
    expect(settleDaysOf([...many(49, 0), ...many(1, 0, 9), ...early], asOf).days).toBe(1);
    expect(settleDaysOf([...many(48, 0), ...many(1, 0, 9), ...early], asOf).days).toBe(10);
  });

  it("is 30 days where no day is enough", () => {
    expect(settleDaysOf([...many(20, 0, 60), ...many(20, 0)], asOf).days).toBe(30);
  });

  it("counts reopenings as events and items once", () => {
    const restless = history("1", 0, 5, 6, 11, 12, 17);
    const others = many(12, 0, 0.2);
    const result = settleDaysOf([restless, ...others, ...many(60, 0)], asOf);
    expect(result).toEqual({ days: 1, reopenings: 15 });
  });

  it("does not know what happened after its instant", () => {
    const histories = [...many(98, 0), ...many(16, 0, 3.5)];
    expect(settleDaysOf(histories, afterDays(3))).toEqual({ days: 7, reopenings: 0 });
    expect(settleDaysOf(histories, afterDays(3.5)).reopenings).toBe(16);
  });

  it("takes an issue that was created Done as Done since then", () => {
    const createdDone = many(15).map((each) => ({
      ...each,
      startsDone: true,
      changes: [{ at: afterDays(2.5), done: false }],
    }));
    expect(settleDaysOf([...createdDone, ...many(100, 0)], asOf)).toEqual({
      days: 3,
      reopenings: 15,
    });
  });

  it("is between 1 and 30 days whatever the histories", () => {
    const days = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 8 });
    const anyHistories = fc.array(
      days.map((each) => history("1", ...each.toSorted((a, b) => a - b))),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(anyHistories, (histories) => {
        const settle = settleDaysOf(histories, asOf);
        expect(settle.days).toBeGreaterThanOrEqual(1);
        expect(settle.days).toBeLessThanOrEqual(30);
        expect(settleDaysOf(histories.toReversed(), asOf)).toEqual(settle);
      }),
    );
  });
});
