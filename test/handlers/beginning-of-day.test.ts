import { reconcile } from "../../src/handlers/reconcile";
import { watermarkKey } from "../../src/use-cases/sync/state-keys";
import { aGoal } from "../build/goal";
import { aStoredRollup } from "../build/stored-rollup";
import { openInProcess, type InProcess } from "../use-cases/in-process";
import { tenIssueData } from "./ten-issue-data";

let app: InProcess;
beforeEach(async () => {
  app = await openInProcess(tenIssueData());
  await app.ports.store.goals.insert(aGoal({ id: "1" }));
  await app.ports.store.rollups.put(aStoredRollup({ goalId: "1" }), 1);
});
afterEach(() => app.stop());

const daysKept = async () => (await app.ports.store.months.oldest(10))?.goalIds ?? [];
const searched = async () => (await app.ports.store.states.read(watermarkKey)) !== null;

test("the first five-minute check of a day keeps the day", async () => {
  await reconcile();
  expect(await daysKept()).toEqual(["1"]);
  expect(await searched()).toBe(true);
});

test("a check that cannot keep the day does all the rest, and the next one keeps it", async () => {
  const warn = jest.spyOn(console, "warn").mockImplementation();
  app.sql.refuseNext(400, { code: "SQL_EXECUTION_ERROR", message: "no", debug: {} });
  await reconcile();
  expect(warn.mock.calls.map(([, what]: unknown[]) => what)).toEqual(["could not keep the day"]);
  warn.mockRestore();
  expect(await daysKept()).toEqual([]);
  expect(await searched()).toBe(true);
  await reconcile();
  expect(await daysKept()).toEqual(["1"]);
});
