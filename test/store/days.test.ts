import { aStoredRollup } from "../build/stored-rollup";
import { onEveryEngine } from "./on-every-engine";

onEveryEngine((store) => {
  const { days, rollups } = store;

  it("writes the day of every goal that has a rollup, once", async () => {
    await rollups.put(aStoredRollup({ goalId: "1" }), 1);
    await rollups.put(aStoredRollup({ goalId: "2" }), 1);
    expect(await days.snapshot("2026-03-16")).toBe(2);
    await rollups.put(aStoredRollup({ goalId: "3" }), 1);
    await rollups.put(aStoredRollup({ goalId: "1", ruleVersion: 2 }), 2);
    expect(await days.snapshot("2026-03-16")).toBe(1);
    expect(await days.snapshot("2026-03-16")).toBe(0);
    const { rollup, poolVersions, computedAt } = aStoredRollup({ goalId: "1" });
    expect(await days.of("1", "2026-03-16", "2026-03-16")).toEqual([
      { goalId: "1", day: "2026-03-16", rollup, ruleVersion: 1, poolVersions, computedAt },
    ]);
  });

  it("lists the days of a goal in order, both ends included, however many", async () => {
    const every = Array.from({ length: 130 }, (_, n) =>
      new Date(Date.UTC(2026, 5, 1 + n)).toISOString().slice(0, 10),
    );
    for (const day of every.toReversed()) await days.snapshot(day);
    const listed = async (from: string, to: string) =>
      (await days.of("2", from, to)).map(({ day }) => day);
    expect(await listed("2026-06-01", "2027-01-01")).toEqual(every);
    expect(await listed("2026-06-02", "2026-06-04")).toEqual(every.slice(1, 4));
    expect(await listed("2026-06-04", "2026-06-02")).toEqual([]);
    expect(await days.of("404", "2026-01-01", "2027-01-01")).toEqual([]);
  });
});
