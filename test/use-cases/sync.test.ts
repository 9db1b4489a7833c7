import { noteChanges } from "../../src/use-cases/note-changes";
import { createGoal } from "../../src/use-cases/create-goal";
import { goalProgress } from "../../src/use-cases/goal-progress";
import { linkIssue } from "../../src/use-cases/link-issue";
import { readGoal } from "../../src/use-cases/read-goal";
import { verifyNumbers } from "../../src/use-cases/sync/verify-numbers";
import { takeInChanges } from "../../src/use-cases/take-in-changes";
import { aDraft, newKey } from "../handlers/app-calls";
import { ana, lee, tenIssueData } from "../handlers/ten-issue-data";
import { openInProcess, type InProcess } from "./in-process";
import { untilDone } from "./killed-after";
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

const id = (key: string) => app.jira.store.byKey(key)?.id ?? "";
const statusId = (wanted: string) =>
  [...app.jira.store.catalog.statuses.values()].find(({ name }) => name === wanted)?.id ?? "";
const finish = (key: string) => app.jira.transition(id(key), statusId("Done"), ana);
const headline = async () => {
  const { number } = valueOf(await goalProgress(app.as(ana), { goalId })).progress;
  return number.kind === "value" ? number.headline : null;
};
const seen = (key: string, seenAt: Date | null = null) => ({ issueId: id(key), seenAt });

test("one event of one issue costs at most 14 statements until every number is right, what it cost of Jira's points written down", async () => {
  finish("ABC-18");
  app.sql.forgetStatements();
  await app.settle();
  const statements = app.sql.statements();
  expect(await headline()).toBeCloseTo(6 / 8);
  expect(statements.length).toBeLessThanOrEqual(14);
});

describe("several drainers", () => {
  test("at once take in each change once, and the numbers are right", async () => {
    for (const key of ["ABC-15", "ABC-17", "ABC-18"]) finish(key);
    app.loseEvents();
    const all = ["ABC-15", "ABC-17", "ABC-18", "ABC-15"].map((key) => seen(key));
    await noteChanges(app.ports, all);
    await Promise.all([1, 2, 3].map(() => takeInChanges(app.ports)));
    expect(await headline()).toBe(1);
    expect((await app.ports.store.sync.queue()).length).toBe(0);
  });

  test("that are cut off leave their issues to the next after the lease", async () => {
    finish("ABC-18");
    app.boundary.refuseNext("/rest/api/3/issue/bulkfetch", 429, { "Retry-After": "60" });
    await expect(app.settle()).rejects.toMatchObject({ status: 429 });
    await takeInChanges(app.ports);
    expect(await headline()).toBeCloseTo(5 / 8);
    await app.clock.advance(300_000);
    await takeInChanges(app.ports);
    expect(await headline()).toBeCloseTo(6 / 8);
  });
});

test("an issue that Jira gives older than its event told is looked at again", async () => {
  const later = new Date(app.clock.now() + 60_000);
  await noteChanges(app.ports, [seen("ABC-18", later)]);
  await takeInChanges(app.ports);
  expect(await app.ports.store.sync.queue()).toMatchObject({ length: 1, firstFree: null });
  await app.clock.advance(60_000);
  finish("ABC-18");
  app.loseEvents();
  await takeInChanges(app.ports);
  expect(await headline()).toBeCloseTo(6 / 8);
  expect((await app.ports.store.sync.queue()).length).toBe(0);
});

describe("a burst", () => {
  test("asks the queue once", async () => {
    for (const key of ["ABC-11", "ABC-12", "ABC-11"]) {
      await app.clock.advance(1);
      await noteChanges(app.ports, [seen(key)]);
    }
    const asked = app.jobs().filter(({ kind }) => kind !== "take-in-past");
    expect(asked).toEqual([{ kind: "take-in-changes" }]);
  });

  test("of more than may wait leaves the rest to a search, deletions aside", async () => {
    const many = Array.from({ length: 300 }, (_, n) => ({ issueId: String(n + 1), seenAt: null }));
    await noteChanges(app.ports, many);
    await noteChanges(app.ports, [seen("ABC-18")]);
    const queue = await app.ports.store.sync.queue();
    expect(queue.length).toBe(300);
    expect(await app.ports.store.states.read("sweep")).not.toBeNull();
    await noteChanges(app.ports, [seen("ABC-18")], { gone: true });
    expect((await app.ports.store.sync.queue()).length).toBe(301);
  });
});

describe("an invocation that is killed at any call", () => {
  test("leaves the reading of a goal to be gone on with", async () => {
    const goal = aDraft({ owner: lee, rule: "count" });
    const second = valueOf(await createGoal(app.as(lee), { key: newKey(), goal })).goalId;
    const link = { key: newKey(), goalId: second, issueKey: "ABC-1", descendants: true };
    valueOf(await linkIssue(app.as(lee), link));
    const kills = await untilDone(app.ports, (ports) => readGoal(ports, { goalId: second }));
    expect(kills).toBeGreaterThan(10);
    const { number, reading } = valueOf(
      await goalProgress(app.as(ana), { goalId: second }),
    ).progress;
    expect(number).toMatchObject({ kind: "value", headline: 5 / 8 });
    expect(reading).toEqual({ kind: "current" });
    expect(await verifyNumbers(app.ports)).toMatchObject({ repaired: 0 });
  });

  test("leaves every change to the next", async () => {
    finish("ABC-18");
    app.jira.editFields(id("ABC-15"), { parentId: null }, ana);
    app.jira.deleteIssue(id("ABC-27"), ana);
    app.loseEvents();
    await noteChanges(app.ports, [seen("ABC-18"), seen("ABC-15"), seen("ABC-20")]);
    await untilDone(app.ports, takeInChanges, () => app.clock.advance(300_000));
    expect(await headline()).toBeCloseTo(6 / 7);
    expect((await app.ports.store.sync.queue()).length).toBe(0);
    expect(await verifyNumbers(app.ports)).toMatchObject({ repaired: 0 });
  });
});
