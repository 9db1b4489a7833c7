import { catchUp } from "../../src/use-cases/catch-up";
import { createGoal } from "../../src/use-cases/create-goal";
import { goalProgress } from "../../src/use-cases/goal-progress";
import { linkIssue } from "../../src/use-cases/link-issue";
import { linkRule } from "../../src/use-cases/link-rule";
import { noteChanges } from "../../src/use-cases/note-changes";
import { aDraft, newKey } from "../handlers/app-calls";
import { ana, lee, tenIssueData } from "../handlers/ten-issue-data";
import { openInProcess, type InProcess } from "./in-process";
import { valueOf } from "./value-of";

const minute = 60_000;
let app: InProcess;
let goalId: string;
beforeEach(async () => {
  app = await openInProcess(tenIssueData());
  const goal = aDraft({ owner: lee, rule: "count" });
  ({ goalId } = valueOf(await createGoal(app.as(lee), { key: newKey(), goal })));
});
afterEach(() => app.stop());

const id = (key: string) => app.jira.store.byKey(key)?.id ?? "";
const linkEpic = async () => {
  const link = { key: newKey(), goalId, issueKey: "ABC-1", descendants: true };
  valueOf(await linkIssue(app.as(lee), link));
  await app.settle();
  await catchUp(app.ports);
};
const link = async (jql: string, descendants = false) => {
  valueOf(await linkRule(app.as(lee), { key: newKey(), goalId, jql, descendants }));
  await app.settle();
  await catchUp(app.ports);
};
const statusId = (wanted: string) =>
  [...app.jira.store.catalog.statuses.values()].find(({ name }) => name === wanted)?.id ?? "";
const story = (parentId: string | null) => {
  const { projects, types } = app.jira.store.catalog;
  const project = [...projects.values()].find(({ key }) => key === "ABC");
  const type = [...types.values()].find(({ name }) => name === "Story");
  const where = { projectId: project?.id ?? "", typeId: type?.id ?? "", parentId };
  return app.jira.createIssue({ ...where, summary: "New" }, ana);
};
const finish = (key: string) => app.jira.transition(id(key), statusId("Done"), ana);
const leaves = async () => {
  const { classes } = valueOf(await goalProgress(app.as(ana), { goalId })).progress;
  if (classes === null) return null;
  const { confirmed, claimed, active, todo } = classes;
  return {
    done: confirmed.count + claimed.count,
    open: active.count + todo.count,
  };
};
/** Jira's events of what just happened never come; some minutes later the schedule does. */
const reconcileAfter = async (minutes: number) => {
  app.loseEvents();
  await app.clock.advance(minutes * minute);
  await catchUp(app.ports);
  await app.settle();
};

test("a change whose event was lost is found within the hour", async () => {
  await linkEpic();
  await app.clock.advance(minute);
  finish("ABC-18");
  await reconcileAfter(61);
  expect(await leaves()).toEqual({ done: 6, open: 2 });
});

test("while events come, lost ones are found within five minutes", async () => {
  await linkEpic();
  await app.clock.advance(minute);
  finish("ABC-18");
  app.loseEvents();
  await app.clock.advance(1);
  finish("ABC-17");
  await app.settle();
  expect(await leaves()).toEqual({ done: 6, open: 2 });
  await reconcileAfter(5);
  expect(await leaves()).toEqual({ done: 7, open: 1 });
});

test("nothing is searched while nothing happens", async () => {
  await linkEpic();
  app.boundary.forgetRequests();
  await reconcileAfter(5);
  expect(app.boundary.requests()).toEqual([]);
});

test("a burst that was too long to note is found by a search", async () => {
  await linkEpic();
  await app.clock.advance(minute);
  const others = Array.from({ length: 3000 }, (_, n) => ({
    issueId: String(900_000 + n),
    seenAt: null,
  }));
  finish("ABC-18");
  app.loseEvents();
  await noteChanges(app.ports, others);
  await noteChanges(app.ports, [{ issueId: id("ABC-18"), seenAt: null }]);
  await app.settle();
  expect(await leaves()).toEqual({ done: 5, open: 3 });
  await reconcileAfter(5);
  expect(await leaves()).toEqual({ done: 6, open: 2 });
});

test("a new story of a linked epic, and one that begins to match a rule, are found without events", async () => {
  await linkEpic();
  await link("labels = checkout");
  await app.clock.advance(minute);
  story(id("ABC-1"));
  const other = story(null);
  app.jira.editFields(other.id, { labels: ["checkout"] }, ana);
  await reconcileAfter(61);
  expect(await leaves()).toEqual({ done: 5, open: 5 });
  app.jira.editFields(other.id, { labels: [] }, ana);
  await reconcileAfter(61);
  expect(await leaves()).toEqual({ done: 5, open: 4 });
});

test("a link whose maker was cut off before it was read is read within the hour", async () => {
  await linkEpic();
  const issueId = story(null).id;
  app.loseEvents();
  const made = { id: app.ports.newId(), goalId, createdBy: lee, createdAt: app.ports.now() };
  const unread = { readAt: null, broken: null, descendants: false };
  await app.ports.store.links.insert([{ ...made, ...unread, kind: "issue", issueId }]);
  await app.settle();
  expect(await leaves()).toEqual({ done: 5, open: 3 });
  await reconcileAfter(61);
  expect(await leaves()).toEqual({ done: 5, open: 4 });
});

test("an issue that a late search still matched leaves a rule with descendants", async () => {
  await link("issuetype = Story AND statusCategory != Done", true);
  await app.clock.advance(minute);
  finish("ABC-18");
  await app.settle();
  const right = await leaves();
  const [rule] = await app.ports.store.links.rules();
  const memberships = rule === undefined ? [] : [{ link: rule, issueId: id("ABC-18") }];
  await app.ports.store.scope.addMemberships(memberships);
  expect(await app.ports.store.scope.linksBringing(id("ABC-18"))).toHaveLength(1);
  await reconcileAfter(61);
  expect(await app.ports.store.scope.linksBringing(id("ABC-18"))).toEqual([]);
  expect(await leaves()).toEqual(right);
});

test("a rule that depends on the time is read again every hour", async () => {
  await link("parent = ABC-1 AND created <= startOfDay(7d)");
  await app.clock.advance(61 * minute);
  app.boundary.forgetRequests();
  await catchUp(app.ports);
  expect(app.jobs()).toContainEqual({ kind: "read-goal", goalId });
});

test("a rule that Jira refuses since lately is shown as broken and keeps its members", async () => {
  await link("key in (ABC-11, ABC-18)");
  app.jira.deleteIssue(id("ABC-18"), ana);
  app.jira.editFields(id("ABC-11"), { summary: "Another title" }, ana);
  await app.settle();
  const { progress } = valueOf(await goalProgress(app.as(ana), { goalId }));
  expect(progress.reading.kind).toBe("broken");
  expect(await leaves()).toEqual({ done: 1, open: 0 });
});
