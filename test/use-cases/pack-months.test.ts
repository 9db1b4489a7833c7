import { addDays } from "date-fns";
import type { MonthStore } from "../../src/use-cases/history-ports";
import type { Ports } from "../../src/use-cases/ports";
import { keepRoom } from "../../src/use-cases/sync/keep-room";
import { packMonths } from "../../src/use-cases/sync/pack-months";
import { tenIssueData } from "../handlers/ten-issue-data";
import { aGoal } from "../build/goal";
import { aStoredRollup } from "../build/stored-rollup";
import { openInProcess, type InProcess } from "./in-process";
import { untilDone } from "./killed-after";

const noon = (day: string) => new Date(`${day}T12:00:00Z`);
const dayAfter = (day: string, n: number) => addDays(noon(day), n).toISOString().slice(0, 10);

let app: InProcess;
let sequence = 0;
beforeEach(async () => {
  app = await openInProcess(tenIssueData());
});
afterEach(() => app.stop());

const at = (day: string): Ports => ({ ...app.ports, now: () => noon(day) });
const everything = (goalId: string) => app.ports.store.days.of(goalId, "2018-01-01", "2027-12-31");

/** Every third day something has changed, and computing goes on meanwhile. */
async function keepDays(goalIds: readonly string[], from: string, days: number): Promise<void> {
  const { store } = app.ports;
  for (const id of goalIds) await store.goals.insert(aGoal({ id }));
  for (let n = 0; n < days; n += 1) {
    const day = dayAfter(from, n);
    const { rollup } = aStoredRollup({ goalId: "1" });
    const classes = { ...rollup.classes, todo: { count: 2 + Math.floor(n / 3), size: 16 + n / 8 } };
    for (const goalId of n % 3 === 0 ? goalIds : []) {
      const changed = { rollup: { ...rollup, classes }, computedAt: noon(day) };
      sequence += 1;
      await store.rollups.put(aStoredRollup({ goalId, ...changed }), sequence);
    }
    await store.days.snapshot(day);
  }
}

async function rowsIn(table: string): Promise<number> {
  const { body } = await app.sql.ask(`SELECT COUNT(*) AS n FROM ${table}`, []);
  return Number(/"n":"?(\d+)/.exec(body)?.[1]);
}

test("months that ended more than ninety days ago are packed, and every day reads as before", async () => {
  await keepDays(["1", "2", "3"], "2025-10-20", 148);
  const before = await everything("2");
  expect(before).toHaveLength(148);
  await packMonths(at("2026-03-16"));
  expect(await everything("2")).toEqual(before);
  expect(await rowsIn("goal_month")).toBe(6);
  expect(await rowsIn("goal_day")).toBe(3 * (148 - 12 - 30));
  expect((await app.ports.store.months.oldest(9))?.day).toBe("2025-12-01");
});

test("days that were only computed again keep the instant at which their figures first came out", async () => {
  const { store } = app.ports;
  await store.goals.insert(aGoal({ id: "1" }));
  for (const [n, day] of ["2025-10-01", "2025-10-02", "2025-10-03"].entries()) {
    const ruleVersion = n === 2 ? 2 : 1;
    await store.rollups.put(
      aStoredRollup({ goalId: "1", computedAt: noon(day), ruleVersion }),
      n + 1,
    );
    await store.days.snapshot(day);
  }
  await packMonths(at("2026-03-16"));
  expect(await rowsIn("goal_day")).toBe(0);
  expect((await everything("1")).map(({ computedAt }) => computedAt)).toEqual(
    ["2025-10-01", "2025-10-01", "2025-10-03"].map(noon),
  );
});

test("a month is packed once its last day lies before the month of ninety days ago", async () => {
  await keepDays(["1"], "2025-12-30", 5);
  await packMonths(at("2026-03-31"));
  expect(await rowsIn("goal_month")).toBe(0);
  await packMonths(at("2026-04-01"));
  expect(await rowsIn("goal_month")).toBe(1);
});

test("killed after any call and begun again, packing loses no day", async () => {
  await keepDays(["1", "2"], "2025-10-25", 12);
  const before = [await everything("1"), await everything("2")];
  const unharmed = async () => {
    expect([await everything("1"), await everything("2")]).toEqual(before);
  };
  const killed = await untilDone(at("2026-03-16"), packMonths, unharmed);
  await unharmed();
  expect(killed).toBeGreaterThan(5);
  expect(await rowsIn("goal_day")).toBe(0);
});

describe("another run that comes between loses no day either", () => {
  const calls = ["oldest", "unpacked", "packed", "put", "dropUnpacked", "forgetBefore"] as const;
  const orders = calls.flatMap((call) => [[call, "before"] as const, [call, "after"] as const]);

  test.each(orders)("%s, %s", async (call, when) => {
    await keepDays(["1", "2"], "2025-10-25", 12);
    const before = await everything("1");
    const { months } = app.ports.store;
    const another = () => packMonths(at("2026-03-16"));
    const met: MonthStore = new Proxy(months, {
      get: (object, name) => {
        const member: unknown = Reflect.get(object, name);
        if (name !== call || typeof member !== "function") return member;
        return async (...given: readonly unknown[]): Promise<unknown> => {
          if (when === "before") await another();
          const answer: unknown = await Reflect.apply(member, object, given);
          if (when === "after") await another();
          return answer;
        };
      },
    });
    const { now } = at("2026-03-16");
    await packMonths({ store: { ...app.ports.store, months: met }, now });
    expect(await everything("1")).toEqual(before);
    expect(await rowsIn("goal_day")).toBe(0);
  });
});

test("several runs at once lose no day", async () => {
  await keepDays(["1", "2"], "2025-10-20", 40);
  const before = await everything("2");
  const ports = at("2026-03-16");
  await Promise.all([packMonths(ports), packMonths(ports), packMonths(ports)]);
  expect(await everything("2")).toEqual(before);
});

test("a day that is written again by a clock that went back joins its month", async () => {
  await keepDays(["1"], "2025-10-01", 3);
  await packMonths(at("2026-03-16"));
  await app.ports.store.days.snapshot("2025-10-07");
  await packMonths(at("2026-03-16"));
  expect((await everything("1")).map(({ day }) => day)).toEqual([
    "2025-10-01",
    "2025-10-02",
    "2025-10-03",
    "2025-10-07",
  ]);
  expect(await rowsIn("goal_day")).toBe(0);
});

test("one run packs 1,600 goals, in few statements, and the next the others", async () => {
  const goalIds = Array.from({ length: 1700 }, (_, n) => String(n + 1));
  await keepDays(goalIds, "2025-10-31", 1);
  app.sql.forgetStatements();
  await packMonths(at("2026-03-16"));
  expect(await rowsIn("goal_month")).toBe(1600);
  expect(app.sql.statements().length).toBeLessThan(260);
  await packMonths(at("2026-03-16"));
  expect([await rowsIn("goal_month"), await rowsIn("goal_day")]).toEqual([1700, 0]);
}, 60_000);

test("a packed month is forgotten after three years, of archived goals too and not before", async () => {
  await keepDays(["1"], "2022-04-28", 5);
  const { store } = app.ports;
  await store.goals.update({ ...aGoal({ id: "1" }), archived: true, version: 2 }, 1);
  await store.days.snapshot("2022-05-03");
  const daysAt = async (day: string) => {
    await keepRoom(at(day));
    return (await everything("1")).map((each) => each.day);
  };
  const may = ["2022-05-01", "2022-05-02"];
  const april = ["2022-04-28", "2022-04-29", "2022-04-30"];
  expect(await daysAt("2025-04-30")).toEqual([...april, ...may]);
  expect(await daysAt("2025-05-01")).toEqual(may);
});
