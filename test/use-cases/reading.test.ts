import { createGoal } from "../../src/use-cases/create-goal";
import { goalProgress } from "../../src/use-cases/goal-progress";
import { linkIssue } from "../../src/use-cases/link-issue";
import { linkRule } from "../../src/use-cases/link-rule";
import { readGoal } from "../../src/use-cases/read-goal";
import { recomputeGoal } from "../../src/use-cases/recompute-goal";
import { aDraft, newKey } from "../handlers/app-calls";
import { ana, lee, tenIssueData } from "../handlers/ten-issue-data";
import { openInProcess, type InProcess } from "./in-process";
import { valueOf } from "./value-of";

const searchPath = "/rest/api/3/search/jql";
let app: InProcess;
let goalId: string;
beforeEach(async () => {
  app = await openInProcess(tenIssueData());
  const goal = aDraft({ owner: lee, rule: "count" });
  ({ goalId } = valueOf(await createGoal(app.as(lee), { key: newKey(), goal })));
});
afterEach(() => app.stop());

const progressOf = async () => valueOf(await goalProgress(app.as(ana), { goalId })).progress;

async function link(jql: string) {
  const request = { key: newKey(), goalId, jql, descendants: false };
  valueOf(await linkRule(app.as(lee), request));
}

test("a goal without work says so, and with its first work on the way that it is being read", async () => {
  expect((await progressOf()).number).toEqual({ kind: "none", why: "no-work" });
  await link("key = ABC-11");
  const progress = await progressOf();
  expect(progress.number).toEqual({ kind: "none", why: "being-read" });
  expect(progress.reading).toEqual({ kind: "queued", pause: null });
  await app.settle();
  expect((await progressOf()).reading).toEqual({ kind: "current" });
});

test("a reading that is cut off keeps what it knew, and goes on with the links it has not read", async () => {
  await link("key = ABC-11");
  await app.settle();
  await app.clock.advance(1000);
  await link("key = ABC-12");
  await link("key = ABC-18");
  app.boundary.refuseNext("/rest/api/3/changelog/bulkfetch", 500, { "Retry-After": "60" });
  app.boundary.refuseNext(searchPath, 429, { "Retry-After": "60" });
  await expect(app.settle()).rejects.toMatchObject({ status: 429 });
  const cut = await progressOf();
  expect(cut.reading).toMatchObject({ kind: "reading" });
  expect(cut.number).toMatchObject({ kind: "value", headline: 1 });
  await readGoal(app.ports, { goalId });
  const whole = await progressOf();
  expect(whole.reading).toEqual({ kind: "current" });
  expect(whole.number).toMatchObject({ kind: "value", headline: 2 / 3 });
});

test("a job that comes twice reads once", async () => {
  await link("key = ABC-11");
  await app.settle();
  app.boundary.forgetRequests();
  await readGoal(app.ports, { goalId });
  expect(app.boundary.requests()).toEqual([]);
});

test("the recompute button reads everything again", async () => {
  const request = { key: newKey(), goalId, issueKey: "ABC-1", descendants: true };
  valueOf(await linkIssue(app.as(lee), request));
  await app.settle();
  app.jira.deleteIssue(app.jira.store.byKey("ABC-18")?.id ?? "", ana);
  app.loseEvents();
  await app.clock.advance(1000);
  valueOf(await recomputeGoal(app.as(lee), { goalId }));
  await app.settle();
  expect((await progressOf()).number).toMatchObject({ kind: "value", headline: 5 / 7 });
});

test("a first import asks Jira no more often than the budget allows", async () => {
  const request = { key: newKey(), goalId, issueKey: "ABC-1", descendants: true };
  valueOf(await linkIssue(app.as(lee), request));
  app.boundary.forgetRequests();
  await app.settle();
  await app.settlePast();
  const [issues, histories, containers] = [18, 100, 1];
  const most =
    Math.ceil(issues / 100) +
    Math.ceil(histories / 10_000) +
    Math.ceil(issues / 1000) +
    Math.ceil(containers / 100) +
    20;
  expect(app.boundary.requests().length).toBeLessThanOrEqual(most);
});
