import { createGoal } from "../../src/use-cases/create-goal";
import { goalProgress } from "../../src/use-cases/goal-progress";
import { linkIssue } from "../../src/use-cases/link-issue";
import { getSyncHealth } from "../../src/use-cases/settings/get-sync-health";
import { snapshotDay } from "../../src/use-cases/snapshot-day";
import { storeLimitBytes } from "../../src/use-cases/sync/keep-room";
import { roomKey } from "../../src/use-cases/sync/state-keys";
import { aDraft, newKey } from "../handlers/app-calls";
import { ana, lee, tenIssueData } from "../handlers/ten-issue-data";
import { openInProcess, type InProcess } from "./in-process";
import { valueOf } from "./value-of";

let app: InProcess;
let goalId: string;
beforeEach(async () => {
  app = await openInProcess(tenIssueData());
  const goal = aDraft({ owner: lee, rule: "count" });
  ({ goalId } = valueOf(await createGoal(app.as(lee), { key: newKey(), goal })));
  const link = { key: newKey(), goalId, issueKey: "ABC-1", descendants: true };
  valueOf(await linkIssue(app.as(lee), link));
  await app.settle();
});
afterEach(() => app.stop());

const measured = (share: number) =>
  app.ports.store.states.write(roomKey, share * storeLimitBytes, app.ports.now());
const isNearlyFull = async () => valueOf(await getSyncHealth(app.as(ana))).store.nearlyFull;
const pastsKnown = async () => (await app.ports.store.histories.ofGoal(goalId)).length;
const headline = async () => {
  const { number } = valueOf(await goalProgress(app.as(ana), { goalId })).progress;
  return number.kind === "value" ? number.headline : null;
};
async function takeInPast() {
  await app.ports.queue.push({ kind: "take-in-past", goalId });
  await app.settlePast();
}

test("a store that is nearly full says so and takes in no more of the past, until it has room again", async () => {
  await measured(0.81);
  expect(await isNearlyFull()).toBe(true);
  app.boundary.forgetRequests();
  await takeInPast();
  expect(app.boundary.requests()).toEqual([]);
  expect(await pastsKnown()).toBe(0);
  await measured(0.79);
  expect(await isNearlyFull()).toBe(false);
  await takeInPast();
  expect(await pastsKnown()).toBeGreaterThan(10);
});

test("the numbers of today go on in a store that is nearly full, and each day is kept", async () => {
  await measured(0.95);
  expect(await headline()).toBeCloseTo(5 / 8, 12);
  const issue = app.jira.store.byKey("ABC-17");
  if (issue === undefined) throw new Error("no such issue");
  app.jira.deleteIssue(issue.id, ana);
  await app.settle();
  expect(await headline()).toBeCloseTo(5 / 7, 12);
  await app.clock.advance(24 * 3_600_000);
  await snapshotDay(app.ports);
  const day = new Date(app.clock.now()).toISOString().slice(0, 10);
  const [kept] = await app.ports.store.months.unpacked([goalId], day.slice(0, 7));
  expect(kept?.days.map((each) => each.day)).toContain(day);
});
