import * as z from "zod/mini";
import { refreshConsumer } from "../../src/handlers/refresh-consumer";
import { resolver } from "../../src/handlers/resolver";
import { createGoal } from "../../src/use-cases/create-goal";
import { goalProgress } from "../../src/use-cases/goal-progress";
import { linkIssue } from "../../src/use-cases/link-issue";
import { openInProcess, type InProcess } from "../use-cases/in-process";
import { valueOf } from "../use-cases/value-of";
import { aDraft, newKey } from "./app-calls";
import { ana, lee, tenIssueData } from "./ten-issue-data";

const fetchPath = "/rest/api/3/issue/bulkfetch";
let app: InProcess;
let goalId: string;
beforeEach(async () => {
  app = await openInProcess(tenIssueData());
  const goal = aDraft({ owner: lee });
  ({ goalId } = valueOf(await createGoal(app.as(lee), { key: newKey(), goal })));
  const link = { key: newKey(), goalId, issueKey: "ABC-1", descendants: true };
  valueOf(await linkIssue(app.as(lee), link));
});
afterEach(() => app.stop());

/** Silences what the doors write to the log, and gives it. */
function logged() {
  const error = jest.spyOn(console, "error").mockImplementation();
  const warn = jest.spyOn(console, "warn").mockImplementation();
  return {
    lines: () => [...error.mock.calls, ...warn.mock.calls].map(([first]: unknown[]) => first),
    restore: () => {
      error.mockRestore();
      warn.mockRestore();
    },
  };
}

const retry = z.object({
  _retry: z.literal(true),
  retryOptions: z.object({ retryAfter: z.number() }),
});

test("a job that meets a busy Jira asks to come again not before Jira said, nor all jobs at once, and then does its work", async () => {
  const log = logged();
  app.boundary.refuseNext(fetchPath, 429, { "Retry-After": "600" });
  const body = { kind: "read-goal", goalId };
  const { retryOptions } = retry.parse(JSON.parse(JSON.stringify(await refreshConsumer({ body }))));
  expect(retryOptions.retryAfter).toBeGreaterThanOrEqual(600);
  expect(retryOptions.retryAfter).toBeLessThanOrEqual(780);
  expect(log.lines()).toEqual(["read-goal"]);
  log.restore();
  expect(await refreshConsumer({ body })).toBeUndefined();
  const { progress } = valueOf(await goalProgress(app.as(ana), { goalId }));
  expect(progress.number).toMatchObject({ kind: "value", headline: 10 / 34 });
});

test("the daily reading of projects that meets a busy Jira comes again, and then reads them", async () => {
  await app.settle();
  const projects = app.ports.store.projects;
  const projectId = app.jira.store.byKey("ABC-1")?.fields.projectId ?? "";
  const readAt = async () => (await projects.settleTimes([projectId]))[0]?.readAt.getTime() ?? 0;
  const before = await readAt();
  const log = logged();
  app.boundary.refuseNext("/rest/api/3/changelog/bulkfetch", 429, { "Retry-After": "600" });
  const body = { kind: "refresh-day" };
  expect(retry.safeParse(JSON.parse(JSON.stringify(await refreshConsumer({ body })))).success).toBe(
    true,
  );
  expect(await readAt()).toBe(before);
  log.restore();
  expect(await refreshConsumer({ body })).toBeUndefined();
  expect(await readAt()).toBeGreaterThan(before);
});

test("a job that Jira forbids fails, so that the platform shows it", async () => {
  app.boundary.refuseNext(fetchPath, 403);
  await expect(refreshConsumer({ body: { kind: "read-goal", goalId } })).rejects.toMatchObject({
    name: "JiraRefused",
    status: 403,
  });
});

test("a job that nobody knows fails", async () => {
  await expect(refreshConsumer({ body: { kind: "dance" } })).rejects.toThrow();
});

test("a job for a goal that is gone does nothing", async () => {
  expect(await refreshConsumer({ body: { kind: "read-goal", goalId: "77" } })).toBeUndefined();
});

async function previewWhileBusy(retryAfterSeconds: number) {
  const log = logged();
  app.boundary.refuseNext("/rest/api/3/jql/parse", 429, {
    "Retry-After": String(retryAfterSeconds),
  });
  const call = { functionKey: "previewRule", payload: { jql: "project = ABC" } };
  const answer = await resolver({ call, context: {} }, { principal: { accountId: lee } });
  expect(log.lines()).toEqual(["previewRule"]);
  log.restore();
  return answer;
}

test("a person is told that Jira is busy", async () => {
  const problem = { kind: "rate-limited" };
  expect(await previewWhileBusy(60)).toEqual({ ok: false, problem });
});

test("a person is told until when Jira refuses for its quota", async () => {
  const before = Date.now();
  const answer = await previewWhileBusy(1800);
  expect(answer).toMatchObject({ ok: false, problem: { kind: "rate-limited" } });
  const until = z.parse(z.object({ problem: z.object({ until: z.string() }) }), answer);
  const wait = Date.parse(until.problem.until) - before;
  expect(wait).toBeGreaterThanOrEqual(1_800_000);
  expect(wait).toBeLessThan(1_830_000);
});
