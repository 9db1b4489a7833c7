import { catchUp } from "../../src/use-cases/catch-up";
import { createGoal } from "../../src/use-cases/create-goal";
import { goalProgress } from "../../src/use-cases/goal-progress";
import { linkIssue } from "../../src/use-cases/link-issue";
import { verifyNumbers } from "../../src/use-cases/sync/verify-numbers";
import { auditFacts } from "../../src/use-cases/sync/audit-facts";
import { aDraft, newKey } from "../handlers/app-calls";
import { ana, lee, tenIssueData } from "../handlers/ten-issue-data";
import { openInProcess, type InProcess } from "./in-process";
import { valueOf } from "./value-of";

const minute = 60_000;
let app: InProcess;
let goalId: string;
beforeEach(async () => {
  app = await openInProcess(tenIssueData());
  goalId = await goalOf("ABC-1");
});
afterEach(() => app.stop());

async function goalOf(issueKey: string, descendants = true): Promise<string> {
  const draft = aDraft({ owner: lee, rule: "count" });
  const goal = valueOf(await createGoal(app.as(lee), { key: newKey(), goal: draft }));
  const link = { key: newKey(), goalId: goal.goalId, issueKey, descendants };
  valueOf(await linkIssue(app.as(lee), link));
  await app.settle();
  return goal.goalId;
}

const id = (key: string) => app.jira.store.byKey(key)?.id ?? "";
const project = (wanted: string) =>
  [...app.jira.store.catalog.projects.values()].find(({ key }) => key === wanted)?.id ?? "";
const typeId = (wanted: string) =>
  [...app.jira.store.catalog.types.values()].find(({ name }) => name === wanted)?.id ?? "";
const create = (summary: string, type: string, parent: string | null) =>
  app.jira.createIssue(
    {
      projectId: project("ABC"),
      typeId: typeId(type),
      summary,
      parentId: parent === null ? null : id(parent),
    },
    ana,
  ).fields.key;

/** Leaves done and open of a goal; the stored scope is what a full placement would make it. */
async function leaves(of = goalId) {
  const { classes } = valueOf(await goalProgress(app.as(ana), { goalId: of })).progress;
  const counts = classes === null ? [] : Object.values(classes).map(({ count }) => count);
  expect(await verifyNumbers(app.ports)).toMatchObject({ repaired: 0 });
  return counts.reduce((sum, n) => sum + n, 0);
}

test("a story that is re-parented to another epic moves from goal to goal with its sub-tasks", async () => {
  const other = create("Another epic", "Epic", null);
  const otherGoal = await goalOf(other);
  expect(await leaves(otherGoal)).toBe(1);
  app.jira.editFields(id("ABC-15"), { parentId: id(other) }, ana);
  await app.settle();
  expect(await leaves()).toBe(9);
  expect(await leaves(otherGoal)).toBe(1);
  app.jira.editFields(id("ABC-16"), { parentId: id(other) }, ana);
  await app.settle();
  expect(await leaves()).toBe(8);
  expect(await leaves(otherGoal)).toBe(2);
});

test("an epic that loses its last story becomes empty, and with a new one a container again", async () => {
  const other = create("Another epic", "Epic", null);
  const story = create("Its story", "Story", other);
  const otherGoal = await goalOf(other);
  app.jira.editFields(id(story), { parentId: id("ABC-1") }, ana);
  await app.settle();
  expect(await leaves(otherGoal)).toBe(1);
  expect(await leaves()).toBe(11);
  app.jira.editFields(id(story), { parentId: id(other) }, ana);
  await app.settle();
  expect(await leaves(otherGoal)).toBe(1);
  expect(await leaves()).toBe(10);
});

test("an epic linked alone counts while its children come and go", async () => {
  const alone = await goalOf("ABC-1", false);
  expect(await leaves(alone)).toBe(1);
  create("One more", "Story", "ABC-1");
  await app.settle();
  expect(await leaves(alone)).toBe(1);
  expect(await leaves()).toBe(11);
});

test("an issue of another type counts as what it has become", async () => {
  app.jira.editFields(id("ABC-17"), { typeId: typeId("Epic") }, ana);
  await app.settle();
  expect(await leaves()).toBe(10);
  const { unsized } = valueOf(await goalProgress(app.as(ana), { goalId })).progress;
  expect(unsized).toBe(1);
});

test("an issue that moves to another project is still the same, and counts there", async () => {
  const projectId = project("XYZ");
  const patch = { projectId, key: "XYZ-99" };
  const origin = { accountId: ana, byApp: false };
  app.jira.store.change(id("ABC-17"), { items: [], patch }, origin);
  await app.settle();
  expect(await leaves()).toBe(10);
  const row = await app.ports.store.goals.rowById(goalId);
  expect(row?.rollup?.leavesByProject).toMatchObject({ [project("ABC")]: 9, [projectId]: 1 });
});

test("a deleted story leaves with its sub-tasks, a deleted sub-task closes its parent", async () => {
  app.jira.deleteIssue(id("ABC-15"), ana);
  await app.settle();
  expect(await leaves()).toBe(9);
  app.jira.deleteIssue(id("ABC-27"), ana);
  await app.settle();
  const { classes } = valueOf(await goalProgress(app.as(ana), { goalId })).progress;
  expect(classes?.claimed.count).toBe(0);
  expect(await leaves()).toBe(9);
});

test("a deletion whose event was lost is found by the audit", async () => {
  app.jira.deleteIssue(id("ABC-17"), ana);
  app.loseEvents();
  await app.clock.advance(minute);
  await auditFacts(app.ports);
  await app.settle();
  expect(await leaves()).toBe(9);
});

test("an issue that the app may no longer see leaves, and comes back when it may", async () => {
  app.boundary.hideFromApp([id("ABC-17")]);
  await app.clock.advance(minute);
  await auditFacts(app.ports);
  await app.settle();
  expect(await leaves()).toBe(9);
  app.boundary.hideFromApp([]);
  await app.clock.advance(minute);
  await auditFacts(app.ports);
  await app.settle();
  expect(await leaves()).toBe(10);
  await catchUp(app.ports);
});
