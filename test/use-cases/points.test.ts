import { endOfUtcHour } from "../../src/domain/utc-hour";
import { goalEvidence } from "../../src/use-cases/evidence/goal-evidence";
import { createGoal } from "../../src/use-cases/create-goal";
import { getGoal } from "../../src/use-cases/get-goal";
import { goalItems } from "../../src/use-cases/goal-items";
import { goalProgress } from "../../src/use-cases/goal-progress";
import { linkIssue } from "../../src/use-cases/link-issue";
import { listGoals } from "../../src/use-cases/list-goals";
import { readGoal } from "../../src/use-cases/read-goal";
import { getSyncHealth } from "../../src/use-cases/settings/get-sync-health";
import { defaultSettings } from "../../src/domain/settings";
import { aDraft, newKey } from "../handlers/app-calls";
import { ana, lee, tenIssueData } from "../handlers/ten-issue-data";
import { openInProcess, type InProcess } from "./in-process";
import { valueOf } from "./value-of";

const fetchPath = "/rest/api/3/issue/bulkfetch";
const hour = 3_600_000;
let app: InProcess;
let goalId: string;
beforeEach(async () => {
  app = await openInProcess(tenIssueData());
  const goal = aDraft({ owner: lee, rule: "count" });
  ({ goalId } = valueOf(await createGoal(app.as(lee), { key: newKey(), goal })));
  const link = { key: newKey(), goalId, issueKey: "ABC-1", descendants: true };
  valueOf(await linkIssue(app.as(lee), link));
});
afterEach(() => app.stop());

const now = () => new Date(app.clock.now());
const used = async () => (await app.ports.store.points.read(now())).used;
const budgetOf = (pointsShare: number, version = 0) =>
  app.ports.store.decidedSettings.decide(
    { settings: { ...defaultSettings, pointsShare }, version },
    now(),
  );

test("what is read in the background is written down by the hour", async () => {
  await app.settle();
  const first = await used();
  expect(first).toBeGreaterThan(18);
  expect(first).toBeLessThan(300);
  await app.clock.advance(hour);
  expect(await used()).toBe(0);
});

test("reading stops at the budget of the hour and goes on in the next", async () => {
  await budgetOf(0);
  app.boundary.forgetRequests();
  await expect(app.settle()).rejects.toMatchObject({ status: 429 });
  await expect(readGoal(app.ports, { goalId })).rejects.toMatchObject({ status: 429 });
  expect(app.boundary.requests()).toEqual([]);
  await budgetOf(0.25, 1);
  await app.clock.advance(hour);
  await readGoal(app.ports, { goalId });
  const { reading } = valueOf(await goalProgress(app.as(ana), { goalId })).progress;
  expect(reading).toEqual({ kind: "current" });
});

test("a refusal for the quota pauses all reading in the background until the hour ends", async () => {
  app.boundary.refuseNext(fetchPath, 429, {
    "Retry-After": "1800",
    "RateLimit-Reason": "jira-quota-global-based",
    "X-RateLimit-Reset": new Date(app.clock.now() + hour).toISOString(),
  });
  await expect(app.settle()).rejects.toMatchObject({ status: 429 });
  app.boundary.forgetRequests();
  await expect(readGoal(app.ports, { goalId })).rejects.toMatchObject({ status: 429 });
  expect(app.boundary.requests()).toEqual([]);
  await app.clock.advance(hour);
  await readGoal(app.ports, { goalId });
  const { reading } = valueOf(await goalProgress(app.as(ana), { goalId })).progress;
  expect(reading).toEqual({ kind: "current" });
});

test("a refusal for the quota that does not say until when pauses reading to the end of the UTC hour", async () => {
  app.boundary.refuseNext(fetchPath, 429, { "RateLimit-Reason": "jira-quota-tenant-based" });
  await expect(app.settle()).rejects.toMatchObject({ status: 429 });
  expect(await app.ports.store.points.read(now())).toMatchObject({
    pausedUntil: endOfUtcHour(now()),
  });
  await app.clock.advance(endOfUtcHour(now()).getTime() - app.clock.now() + 1);
  await readGoal(app.ports, { goalId });
  const { reading } = valueOf(await goalProgress(app.as(ana), { goalId })).progress;
  expect(reading).toEqual({ kind: "current" });
});

describe("whoever looks at a goal is told why its reading waits, and until when", () => {
  const readingNow = async () =>
    valueOf(await goalProgress(app.as(ana), { goalId })).progress.reading;

  test("the budget of the hour, until the hour ends", async () => {
    await budgetOf(0);
    const until = endOfUtcHour(now()).toISOString();
    const pause = { why: "budget", until };
    expect(await readingNow()).toEqual({ kind: "queued", pause });
    const { line } = valueOf(await getGoal(app.as(ana), { goalId }));
    expect(line.progress.reading).toEqual({ kind: "queued", pause });
    const evidence = valueOf(await goalEvidence(app.as(ana), { goalId }));
    expect(evidence.progress.reading).toEqual({ kind: "queued", pause });
    const items = valueOf(await goalItems(app.as(ana), { goalId, limit: 10 }));
    expect(items.progress.reading).toEqual({ kind: "queued", pause });
    const { goals } = valueOf(await listGoals(app.as(ana), { includeArchived: false }));
    expect(goals[0]?.progress.reading).toEqual({ kind: "queued", pause });
    const health = valueOf(await getSyncHealth(app.as(ana)));
    expect(health.points.pause).toEqual(pause);
    expect(health.readings).toMatchObject([{ reading: { kind: "queued", pause } }]);
    await budgetOf(0.25, 1);
    expect(await readingNow()).toEqual({ kind: "queued", pause: null });
  });

  test("Jira's own quota, until it said", async () => {
    const until = new Date(app.clock.now() + hour).toISOString();
    app.boundary.refuseNext(fetchPath, 429, {
      "Retry-After": "1800",
      "RateLimit-Reason": "jira-quota-global-based",
      "X-RateLimit-Reset": until,
    });
    await expect(app.settle()).rejects.toMatchObject({ status: 429 });
    expect(await readingNow()).toMatchObject({ kind: "reading", pause: { why: "quota", until } });
    await app.clock.advance(hour);
    expect(await readingNow()).toMatchObject({ kind: "reading", pause: null });
  });

  test("with the gadget's one statement, and of a goal that is read nothing comes along", async () => {
    await readingNow();
    app.sql.forgetStatements();
    await readingNow();
    expect(app.sql.statements()).toHaveLength(1);
    await app.settle();
    await budgetOf(0);
    await readingNow();
    app.sql.forgetStatements();
    expect(await readingNow()).toEqual({ kind: "current" });
    expect(app.sql.statements()).toHaveLength(1);
  });
});

test("a refused burst pauses nothing else", async () => {
  app.boundary.refuseNext(fetchPath, 429, {
    "Retry-After": "0.01",
    "RateLimit-Reason": "jira-burst-based",
  });
  await app.settle();
  const { reading } = valueOf(await goalProgress(app.as(ana), { goalId })).progress;
  expect(reading).toEqual({ kind: "current" });
  expect((await app.ports.store.points.read(now())).pausedUntil).toBeNull();
});
