import type { Answer } from "../../src/contract/answer";
import { createGoal } from "../../src/use-cases/create-goal";
import { goalProgress } from "../../src/use-cases/goal-progress";
import { linkIssue } from "../../src/use-cases/link-issue";
import { linkIssues } from "../../src/use-cases/link-issues";
import { linkRule } from "../../src/use-cases/link-rule";
import { previewRule } from "../../src/use-cases/preview-rule";
import { aDraft, newKey } from "../handlers/app-calls";
import { ana, lee, tenIssueData } from "../handlers/ten-issue-data";
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

async function problemOf(answer: Promise<Answer<unknown>>) {
  const given = await answer;
  return given.ok ? "no problem" : given.problem;
}

test("linking does not tell a hidden issue from a missing one", async () => {
  const goalId = await goal();
  for (const issueKey of ["XYZ-1", "ABC-999"]) {
    const link = { key: newKey(), goalId, issueKey, descendants: true };
    expect(await problemOf(linkIssue(app.as(lee), link))).toEqual({
      kind: "no-such-issue",
      field: "issueKey",
    });
  }
});

test("linking many keys at once links what it can and names the rest as it was written", async () => {
  const goalId = await goal();
  const keys = ["abc-11", "ABC-12", " ABC-12 ", "XYZ-1", "ABC-999", "nonsense"];
  const request = { key: newKey(), goalId, issueKeys: keys, descendants: true };
  expect(valueOf(await linkIssues(app.as(lee), request))).toEqual({
    linked: ["ABC-11", "ABC-12"],
    alreadyLinked: [],
    notFound: ["XYZ-1", "ABC-999", "nonsense"],
  });
  const again = { ...request, key: newKey(), issueKeys: ["ABC-12", "ABC-13"] };
  expect(valueOf(await linkIssues(app.as(lee), again))).toEqual({
    linked: ["ABC-13"],
    alreadyLinked: ["ABC-12"],
    notFound: [],
  });
});

test("linked again without what is below it, an issue takes children and their sub-tasks along", async () => {
  const goalId = await goal({ countSubTasks: true });
  const link = { goalId, issueKey: "ABC-1" };
  valueOf(await linkIssue(app.as(lee), { key: newKey(), ...link, descendants: true }));
  await app.settle();
  const items = async () => {
    const { classes } = valueOf(await goalProgress(app.as(ana), { goalId })).progress;
    return Object.values(classes ?? {}).reduce((sum, { count }) => sum + count, 0);
  };
  expect(await items()).toBeGreaterThan(10);
  valueOf(await linkIssue(app.as(lee), { key: newKey(), ...link, descendants: false }));
  await app.settle();
  expect(await items()).toBe(1);
});

test.each([
  ["colour = red", "Field 'colour' does not exist"],
  ["project = ", "Error in JQL Query"],
  ["ORDER BY created", "Unbounded JQL"],
  ["assignee = currentUser()", "currentUser()"],
])("a rule %j shows Jira's own message at the field", async (jql, message) => {
  const goalId = await goal();
  const link = { key: newKey(), goalId, jql, descendants: false };
  for (const attempt of [linkRule(app.as(lee), link), previewRule(app.as(lee), { jql })]) {
    const problem = await problemOf(attempt);
    expect(problem).toMatchObject({ kind: "bad-jql", field: "jql" });
    expect(JSON.stringify(problem)).toContain(message);
  }
});

test("a rule that only quotes currentUser() is a rule", async () => {
  const jql = 'summary ~ "currentUser()"';
  expect(await previewRule(app.as(lee), { jql })).toMatchObject({ ok: true });
});

test("a rule counts what the person sees, while the goal brings all of it", async () => {
  const goalId = await goal({ rule: "count" });
  const jql = "statusCategory = new AND issuetype = Story";
  expect(valueOf(await previewRule(app.as(lee), { jql })).approximateCount).toBe(2);
  valueOf(await linkRule(app.as(lee), { key: newKey(), goalId, jql, descendants: false }));
  await app.settle();
  const { progress } = valueOf(await goalProgress(app.as(ana), { goalId }));
  expect(progress.classes?.todo.count).toBe(8);
});
