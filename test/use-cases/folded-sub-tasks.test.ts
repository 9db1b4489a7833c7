import { createGoal } from "../../src/use-cases/create-goal";
import { goalProgress } from "../../src/use-cases/goal-progress";
import { linkIssue } from "../../src/use-cases/link-issue";
import { linkRule } from "../../src/use-cases/link-rule";
import { auditFacts } from "../../src/use-cases/sync/audit-facts";
import { findLostChanges } from "../../src/use-cases/sync/find-lost-changes";
import { takeInChanges } from "../../src/use-cases/take-in-changes";
import { aDraft, newKey } from "../handlers/app-calls";
import { ana, lee, tenIssueData } from "../handlers/ten-issue-data";
import { openInProcess, type InProcess } from "./in-process";
import { valueOf } from "./value-of";

const minute = 60_000;
let app: InProcess;
let goalId: string;
/** Only the story is linked: of its open sub-task ABC-27, for which its done is claimed, nothing is kept. */
beforeEach(async () => {
  app = await openInProcess(tenIssueData());
  goalId = await newGoal();
  const link = { key: newKey(), goalId, issueKey: "ABC-20", descendants: false };
  valueOf(await linkIssue(app.as(lee), link));
  await app.settle();
  await findLostChanges(app.ports);
  await app.clock.advance(30 * minute);
  expect(await claimed()).toBe(1);
});
afterEach(() => app.stop());

async function newGoal(): Promise<string> {
  const draft = aDraft({ owner: lee, rule: "count" });
  return valueOf(await createGoal(app.as(lee), { key: newKey(), goal: draft })).goalId;
}
const id = (key: string) => app.jira.store.byKey(key)?.id ?? "";
const move = (to: string) => {
  app.jira.editFields(id("ABC-27"), { parentId: id(to) }, ana);
};
const claimed = async () =>
  valueOf(await goalProgress(app.as(ana), { goalId })).progress.classes?.claimed.count;

test("a sub-task of which nothing is kept moves to another story, and its former one is right", async () => {
  move("ABC-18");
  await app.settle();
  expect(await claimed()).toBe(0);
  move("ABC-20");
  await app.settle();
  expect(await claimed()).toBe(1);
});

test("its former story is right too when a search has to find the move", async () => {
  move("ABC-18");
  app.loseEvents();
  await app.clock.advance(10 * minute);
  expect(await findLostChanges(app.ports)).toBe(1);
  await takeInChanges(app.ports);
  expect(await claimed()).toBe(0);
});

test("a sub-task of which nothing is kept is deleted, and its story is right", async () => {
  app.jira.deleteIssue(id("ABC-27"), ana);
  await app.settle();
  expect(await claimed()).toBe(0);
});

test("whoever reads a moved sub-task for another goal looks at its former story", async () => {
  move("ABC-18");
  app.loseEvents();
  const rule = { key: newKey(), goalId: await newGoal(), jql: "parent = ABC-18" };
  valueOf(await linkRule(app.as(lee), { ...rule, descendants: false }));
  await app.settle();
  expect(await claimed()).toBe(0);
});

test("who named which sub-tasks is forgotten with the facts", async () => {
  const namers = () => app.ports.store.scope.namersOf([id("ABC-27")]);
  expect(await namers()).toEqual([{ issueId: id("ABC-27"), parentId: id("ABC-20") }]);
  app.jira.deleteIssue(id("ABC-27"), ana);
  app.jira.deleteIssue(id("ABC-20"), ana);
  await app.settle();
  await app.clock.advance(60 * 24 * 60 * minute);
  await auditFacts(app.ports);
  expect(await namers()).toEqual([]);
});
