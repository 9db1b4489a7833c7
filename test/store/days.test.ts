import { keptOf } from "../../src/domain/days/kept-day";
import { aGoal } from "../build/goal";
import { aStoredRollup } from "../build/stored-rollup";
import { onEveryEngine } from "./on-every-engine";

const kept = keptOf(aStoredRollup({ goalId: "1" }));

onEveryEngine((store) => {
  const { days, goals, months, rollups } = store;
  const listed = async (goalId: string, from: string, to: string) =>
    (await days.of(goalId, from, to)).map(({ day }) => day);

  it("writes the day of every goal that has a rollup, once", async () => {
    for (const id of ["1", "2", "3", "4"]) {
      await goals.insert(aGoal({ id, archived: id === "4" }));
    }
    for (const goalId of ["1", "2", "4"]) await rollups.put(aStoredRollup({ goalId }), 1);
    await days.snapshot("2026-03-16");
    const of = (goalId: string) => days.of(goalId, "2026-03-16", "2026-03-16");
    expect(await of("1")).toEqual([{ goalId: "1", day: "2026-03-16", ...kept }]);
    expect(await of("3")).toEqual([]);
    await rollups.put(aStoredRollup({ goalId: "3" }), 1);
    await rollups.put(aStoredRollup({ goalId: "1", ruleVersion: 2 }), 2);
    await days.snapshot("2026-03-16");
    await days.snapshot("2026-03-16");
    expect(await of("1")).toEqual([{ goalId: "1", day: "2026-03-16", ...kept }]);
    expect(await of("3")).toEqual([{ goalId: "3", day: "2026-03-16", ...kept }]);
  });

  it("keeps no days of archived goals", async () => {
    expect(await listed("4", "2026-01-01", "2027-01-01")).toEqual([]);
  });

  it("lists the days of a goal in order, both ends included, however many", async () => {
    const every = Array.from({ length: 130 }, (_, n) =>
      new Date(Date.UTC(2026, 5, 1 + n)).toISOString().slice(0, 10),
    );
    for (const day of every.toReversed()) await days.snapshot(day);
    expect(await listed("2", "2026-06-01", "2027-01-01")).toEqual(every);
    expect(await listed("2", "2026-06-02", "2026-06-04")).toEqual(every.slice(1, 4));
    expect(await listed("2", "2026-06-04", "2026-06-02")).toEqual([]);
    expect(await listed("404", "2026-01-01", "2027-01-01")).toEqual([]);
  });

  it("lists packed days among the others, and a day that is both once, as it stands in its own row", async () => {
    const other = { ...kept, ruleVersion: 9 };
    const packed = ["2026-05-30", "2026-05-31"].map((day) => ({ day, kept: other }));
    await months.put([{ goalId: "2", month: "2026-05", days: packed }]);
    await months.put([
      { goalId: "2", month: "2026-06", days: [{ day: "2026-06-02", kept: other }] },
    ]);
    const found = await days.of("2", "2026-05-31", "2026-06-03");
    expect(found.map((each) => [each.day, each.ruleVersion])).toEqual([
      ["2026-05-31", 9],
      ["2026-06-01", 1],
      ["2026-06-02", 1],
      ["2026-06-03", 1],
    ]);
  });

  it("finds the oldest day with a row of its own, and its first goals", async () => {
    expect(await months.oldest(2)).toEqual({ day: "2026-03-16", goalIds: ["1", "2"] });
  });

  it("never writes fewer packed days over more", async () => {
    const dated = (...numbers: readonly number[]) =>
      numbers.map((number) => ({ day: `2020-02-0${String(number)}`, kept }));
    const month = (days: ReturnType<typeof dated>) => ({ goalId: "7", month: "2020-02", days });
    await months.put([month(dated(1, 2, 4))]);
    await months.put([month(dated(1, 2))]);
    expect(await months.packed(["7", "8"], "2020-02")).toEqual([month(dated(1, 2, 4))]);
    await months.put([month(dated(1, 2, 3, 4))]);
    expect(await months.packed(["7"], "2020-02")).toEqual([month(dated(1, 2, 3, 4))]);
  });

  it("drops the rows of exactly the days it is told, and none of other goals", async () => {
    const [june] = await months.unpacked(["2"], "2026-06");
    const dropped = june?.days.slice(0, 3) ?? [];
    await months.dropUnpacked([{ goalId: "2", month: "2026-06", days: dropped }]);
    const [left] = await months.unpacked(["2"], "2026-06");
    expect(left?.days).toEqual(june?.days.slice(3));
    expect((await months.unpacked(["1"], "2026-06"))[0]?.days).toHaveLength(30);
  });

  it("forgets packed months before one, and not that one", async () => {
    await months.forgetBefore("2026-06");
    expect(await listed("2", "2026-05-01", "2026-05-31")).toEqual([]);
    expect(await listed("2", "2026-06-01", "2026-06-02")).toEqual(["2026-06-02"]);
  });
});
