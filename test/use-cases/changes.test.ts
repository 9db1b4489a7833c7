import type { GoalProgress } from "../../src/contract/progress";
import { catchUp } from "../../src/use-cases/catch-up";
import { createGoal } from "../../src/use-cases/create-goal";
import { goalItems } from "../../src/use-cases/goal-items";
import { goalProgress } from "../../src/use-cases/goal-progress";
import { linkIssue } from "../../src/use-cases/link-issue";
import { linkRule } from "../../src/use-cases/link-rule";
import { askForReading } from "../../src/use-cases/touch-goals";
import { unlink } from "../../src/use-cases/unlink";
import { ana, lee, tenIssueData } from "../handlers/ten-issue-data";
import { aDraft, newKey } from "../handlers/app-calls";
import { openInProcess, type InProcess } from "./in-process";
import { valueOf } from "./value-of";

let app: InProcess;
beforeEach(async () => {
  app = await openInProcess(tenIssueData());
});
afterEach(() => app.stop());

async function goal(override: Parameters<typeof aDraft>[0] = {}) {
  const draft = aDraft({ owner: lee, ...override });
  return valueOf(await createGoal(app.as(lee), { key: newKey(), goal: draft })).goalId;
}

async function goalOfEpic(override: Parameters<typeof aDraft>[0] = {}, descendants = true) {
  const goalId = await goal(override);
  const link = { key: newKey(), goalId, issueKey: "ABC-1", descendants };
  const { linkId } = valueOf(await linkIssue(app.as(lee), link));
  await app.settle();
  return { goalId, linkId };
}

async function keysOf(goalId: string): Promise<readonly string[]> {
  const { items } = valueOf(await goalItems(app.as(ana), { goalId, limit: 100 }));
  return items.map(({ key }) => key);
}

async function progressOf(goalId: string): Promise<GoalProgress["progress"]> {
  return valueOf(await goalProgress(app.as(ana), { goalId })).progress;
}

const id = (key: string) => app.jira.store.byKey(key)?.id ?? "";
const stories = Array.from({ length: 10 }, (_, n) => `ABC-${String(11 + n)}`);

const typeId = (name: string) =>
  [...app.jira.store.catalog.types.values()].find((type) => type.name === name)?.id ?? "";

function create(parent: string | null, type = "Story"): string {
  const project = [...app.jira.store.catalog.projects.values()].find(({ key }) => key === "ABC");
  const { fields } = app.jira.createIssue(
    {
      projectId: project?.id ?? "",
      typeId: typeId(type),
      summary: "New work",
      parentId: parent === null ? null : id(parent),
    },
    ana,
  );
  return fields.key;
}

describe("after an issue's change", () => {
  test("a new story of the epic joins the goal", async () => {
    const { goalId } = await goalOfEpic();
    const key = create("ABC-1");
    await app.settle();
    expect(await keysOf(goalId)).toEqual([...stories, key]);
  });

  test("a story that leaves the epic leaves the goal with its sub-tasks", async () => {
    const { goalId } = await goalOfEpic({ countSubTasks: true });
    app.jira.editFields(id("ABC-15"), { parentId: null }, ana);
    await app.settle();
    const keys = await keysOf(goalId);
    expect(keys).not.toContain("ABC-15");
    expect(keys).not.toContain("ABC-23");
    expect(keys).toContain("ABC-27");
  });

  test("an epic's whole family joins a goal of a rule with descendants when the epic begins to match", async () => {
    const goalId = await goal();
    const rule = { key: newKey(), goalId, jql: "summary ~ Checkout", descendants: true };
    valueOf(await linkRule(app.as(lee), rule));
    await app.settle();
    expect(await keysOf(goalId)).toEqual([]);
    app.jira.editFields(id("ABC-1"), { summary: "Checkout" }, ana);
    await app.settle();
    expect(await keysOf(goalId)).toEqual(stories);
    app.jira.editFields(id("ABC-1"), { summary: "Something else" }, ana);
    await app.settle();
    expect(await keysOf(goalId)).toEqual([]);
  });

  test("a deleted story is counted nowhere", async () => {
    const { goalId } = await goalOfEpic();
    app.jira.deleteIssue(id("ABC-17"), ana);
    await app.settle();
    expect(await keysOf(goalId)).toEqual(stories.filter((key) => key !== "ABC-17"));
  });

  test("a Done story becomes confirmed when its last sub-task is done", async () => {
    const { goalId } = await goalOfEpic();
    const doneStatus = [...app.jira.store.catalog.statuses.values()].find(
      ({ name }) => name === "Done",
    );
    app.jira.transition(id("ABC-27"), doneStatus?.id ?? "", ana);
    await app.settle();
    const { classes } = await progressOf(goalId);
    expect(classes?.claimed.count).toBe(0);
    expect(classes?.confirmed.count).toBe(5);
  });

  test("an epic linked alone is a leaf while it has children in Jira, and empty at the next reading without them", async () => {
    const { goalId } = await goalOfEpic({ rule: "count" }, false);
    expect((await progressOf(goalId)).unsized).toBe(0);
    for (const key of stories) app.jira.editFields(id(key), { parentId: null }, ana);
    await askForReading(app.ports, goalId);
    await app.settle();
    expect((await progressOf(goalId)).unsized).toBe(1);
  });

  test("a change whose events are lost comes in with the next reading", async () => {
    const { goalId } = await goalOfEpic();
    const key = create("ABC-1");
    app.loseEvents();
    await app.settle();
    expect(await keysOf(goalId)).toEqual(stories);
    await askForReading(app.ports, goalId);
    await app.settle();
    expect(await keysOf(goalId)).toEqual([...stories, key]);
  });
});

test("unlinked work leaves the goal and the goals that count it", async () => {
  const parentId = await goal();
  const { goalId, linkId } = await goalOfEpic({ parentId });
  expect(await keysOf(parentId)).toEqual(stories);
  valueOf(await unlink(app.as(lee), { key: newKey(), goalId, linkId }));
  await app.settle();
  expect(await keysOf(parentId)).toEqual([]);
  expect((await progressOf(goalId)).number).toEqual({ kind: "none", why: "no-work" });
});

test("work that a parent reaches by two paths counts once", async () => {
  const parentId = await goal();
  await goalOfEpic({ parentId });
  const link = { key: newKey(), goalId: parentId, issueKey: "ABC-18", descendants: true };
  valueOf(await linkIssue(app.as(lee), link));
  await app.settle();
  expect(await keysOf(parentId)).toEqual(stories);
});

test("candidates do not count in their parent, committed goals do", async () => {
  const parentId = await goal();
  await goalOfEpic({ parentId, state: "candidate" });
  expect((await progressOf(parentId)).number).toEqual({ kind: "none", why: "no-work" });
});

test("claimed work is confirmed when it has settled, without any event", async () => {
  const { goalId } = await goalOfEpic();
  const doneStatus = [...app.jira.store.catalog.statuses.values()].find(
    ({ name }) => name === "Done",
  );
  app.jira.transition(id("ABC-18"), doneStatus?.id ?? "", ana);
  await app.settle();
  expect((await progressOf(goalId)).classes?.claimed.count).toBe(2);
  await app.clock.advance(7 * 24 * 3600 * 1000);
  await catchUp(app.ports);
  await app.settle();
  expect((await progressOf(goalId)).classes?.claimed.count).toBe(1);
});

test("under time an issue without an estimate has the sum of its sub-tasks', in scope or not", async () => {
  await app.stop();
  app = await openInProcess(
    tenIssueData((line) =>
      line.type === "Sub-task" ? { ...line, originalEstimateSec: 3600 } : line,
    ),
  );
  const goalId = await goal({ rule: "time" });
  const rule = { key: newKey(), goalId, jql: "key in (ABC-12, ABC-15)", descendants: false };
  valueOf(await linkRule(app.as(lee), rule));
  await app.settle();
  const { items } = valueOf(await goalItems(app.as(ana), { goalId, limit: 100 }));
  expect(items.map(({ key, size, sizeSource }) => [key, size, sizeSource])).toEqual([
    ["ABC-12", 7200, "sub-task-estimates"],
    ["ABC-15", 14400, "sub-task-estimates"],
  ]);
});

test("a rule that Jira no longer understands keeps its members and says so, why only to whom the goal belongs", async () => {
  const goalId = await goal({ rule: "count" });
  const jql = "key in (ABC-11, ABC-18)";
  valueOf(await linkRule(app.as(lee), { key: newKey(), goalId, jql, descendants: false }));
  await app.settle();
  app.jira.deleteIssue(id("ABC-18"), ana);
  app.loseEvents();
  await askForReading(app.ports, goalId);
  await app.settle();
  expect((await progressOf(goalId)).reading).toEqual({ kind: "broken", detail: null });
  const { progress } = valueOf(await goalProgress(app.as(lee), { goalId }));
  expect(progress.reading.kind).toBe("broken");
  expect(JSON.stringify(progress.reading)).toContain("ABC-18");
  expect(await keysOf(goalId)).toContain("ABC-11");
});
