import { snapshotDay } from "../../src/use-cases/snapshot-day";
import { aGoal } from "../build/goal";
import { aStoredRollup } from "../build/stored-rollup";
import { tenIssueData } from "../handlers/ten-issue-data";
import { openInProcess, type InProcess } from "./in-process";

let app: InProcess;
beforeEach(async () => {
  app = await openInProcess(tenIssueData());
  await app.ports.store.goals.insert(aGoal({ id: "1" }));
  await app.ports.store.rollups.put(aStoredRollup({ goalId: "1" }), 1);
});
afterEach(() => app.stop());

const checkAt = (instant: string) =>
  snapshotDay({ store: app.ports.store, now: () => new Date(instant) });

const daysKept = async () =>
  (await app.ports.store.days.of("1", "2026-01-01", "2026-12-31")).map(({ day }) => day);

async function moveTo(timeZone: string): Promise<void> {
  const { decided, decide } = app.ports.store.decidedSettings;
  const { settings, version } = await decided();
  await decide({ settings: { ...settings, timeZone }, version }, new Date("2026-03-01T00:00:00Z"));
}

test("a day is kept by its first check, in the site's time zone", async () => {
  await moveTo("Pacific/Auckland");
  await checkAt("2026-03-15T10:59:59Z");
  expect(await daysKept()).toEqual(["2026-03-15"]);
  await checkAt("2026-03-15T11:00:00Z");
  expect(await daysKept()).toEqual(["2026-03-15", "2026-03-16"]);
});

test("every day is kept across a change of the clocks", async () => {
  await moveTo("America/New_York");
  for (const instant of ["2026-03-08T04:59Z", "2026-03-08T05:00Z", "2026-03-09T04:00Z"]) {
    await checkAt(instant);
  }
  expect(await daysKept()).toEqual(["2026-03-07", "2026-03-08", "2026-03-09"]);
});

test("further checks of a kept day take one statement each", async () => {
  await checkAt("2026-03-15T00:00:00Z");
  app.sql.forgetStatements();
  await checkAt("2026-03-15T00:05:00Z");
  await checkAt("2026-03-15T23:59:59Z");
  expect(app.sql.statements()).toHaveLength(2);
});

test("a clock that ran ahead and came back leaves no day out", async () => {
  await checkAt("2026-03-20T12:00:00Z");
  await checkAt("2026-03-15T12:00:00Z");
  await checkAt("2026-03-16T12:00:00Z");
  expect(await daysKept()).toEqual(["2026-03-15", "2026-03-16", "2026-03-20"]);
});

test("a site that moves to another time zone keeps its next days", async () => {
  await checkAt("2026-03-15T20:00:00Z");
  await moveTo("Pacific/Kiritimati");
  await checkAt("2026-03-16T00:05:00Z");
  await moveTo("America/Los_Angeles");
  await checkAt("2026-03-16T10:05:00Z");
  await checkAt("2026-03-17T07:05:00Z");
  expect(await daysKept()).toEqual(["2026-03-15", "2026-03-16", "2026-03-17"]);
});
