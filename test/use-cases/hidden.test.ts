import { createGoal } from "../../src/use-cases/create-goal";
import { getGoal } from "../../src/use-cases/get-goal";
import { goalItems } from "../../src/use-cases/goal-items";
import { goalProgress } from "../../src/use-cases/goal-progress";
import { issueGoals } from "../../src/use-cases/issue-goals";
import { linkIssues } from "../../src/use-cases/link-issues";
import { linkRule } from "../../src/use-cases/link-rule";
import { listGoals } from "../../src/use-cases/list-goals";
import { projectGoals } from "../../src/use-cases/project-goals";
import { searchGoals } from "../../src/use-cases/search-goals";
import { aDraft, newKey } from "../handlers/app-calls";
import { ana, gus, lee, mel, tenIssueData } from "../handlers/ten-issue-data";
import { openInProcess, type InProcess } from "./in-process";
import { valueOf } from "./value-of";

let app: InProcess;
beforeEach(async () => {
  app = await openInProcess({
    ...tenIssueData(),
    securityLevelOf: (key) => (key === "ABC-17" || key === "ABC-18" ? "Secret" : null),
  });
});
afterEach(() => app.stop());

/** Ana's goal over the epic's ten stories and so many issues of the other project. */
async function goalOver(hidden: number): Promise<string> {
  const goal = aDraft({ owner: ana });
  const { goalId } = valueOf(await createGoal(app.as(ana), { key: newKey(), goal }));
  const elsewhere = Array.from({ length: hidden }, (_, n) => `XYZ-${String(n + 1)}`);
  const issueKeys = ["ABC-1", ...elsewhere];
  const link = { key: newKey(), goalId, issueKeys, descendants: true };
  valueOf(await linkIssues(app.as(ana), link));
  await app.settle();
  return goalId;
}

const numberOf = async (who: string, goalId: string) =>
  valueOf(await goalProgress(app.as(who), { goalId })).progress;

test("everybody who sees a goal gets the same official number", async () => {
  const goalId = await goalOver(6);
  const all = await numberOf(ana, goalId);
  expect((await numberOf(lee, goalId)).number).toEqual(all.number);
  expect((await numberOf(mel, goalId)).number).toEqual(all.number);
  expect(all.hidden).toEqual({ kind: "none" });
  expect((await numberOf(lee, goalId)).hidden).toEqual({ kind: "counted", hidden: 8, of: 16 });
  expect((await numberOf(mel, goalId)).hidden).toEqual({ kind: "counted", hidden: 10, of: 16 });
});

test("the rows that a person sees and the row of what they do not add up exactly", async () => {
  const goalId = await goalOver(6);
  for (const who of [ana, lee, mel]) {
    const { items, hiddenRow, progress } = valueOf(
      await goalItems(app.as(who), { goalId, limit: 100 }),
    );
    const shown = items.reduce((sum, item) => sum + (item.contribution ?? Number.NaN), 0);
    const headline = progress.number.kind === "value" ? progress.number.headline : Number.NaN;
    expect(Math.abs(shown + (hiddenRow?.contribution ?? 0) - headline)).toBeLessThan(1e-9);
    expect(items.length + (hiddenRow?.count ?? 0)).toBe(16);
  }
});

test("the hidden row comes with the last page only", async () => {
  const goalId = await goalOver(6);
  const first = valueOf(await goalItems(app.as(lee), { goalId, limit: 5 }));
  expect(first.hiddenRow).toBeNull();
  const keys: string[] = first.items.map(({ key }) => key);
  let { next } = first;
  while (next !== null) {
    const page = valueOf(await goalItems(app.as(lee), { goalId, limit: 5, after: next }));
    keys.push(...page.items.map(({ key }) => key));
    next = page.next;
    if (next === null) expect(page.hiddenRow?.count).toBe(8);
  }
  expect(keys).toEqual([11, 12, 13, 14, 15, 16, 19, 20].map((n) => `ABC-${String(n)}`));
});

test("with one to four hidden items the number comes in whole percent and nothing is counted", async () => {
  const goalId = await goalOver(0);
  const progress = await numberOf(lee, goalId);
  expect(progress.number).toEqual({
    kind: "value",
    headline: 0.29,
    low: 0.16,
    high: 0.31,
    exact: false,
  });
  expect(progress).toMatchObject({ classes: null, unsized: null, hidden: { kind: "some" } });
  const listed = valueOf(await goalItems(app.as(lee), { goalId, limit: 100 }));
  expect(listed.hiddenRow).toBeNull();
  expect(listed.items.map(({ contribution }) => contribution)).toEqual(Array(8).fill(null));
  const { links } = valueOf(await getGoal(app.as(lee), { goalId }));
  expect(links.map(({ brings }) => brings)).toEqual([null]);
  const [issue] = listed.items;
  const [serving] = valueOf(await issueGoals(app.as(lee), { issueId: issue?.issueId ?? "" })).goals;
  expect(serving?.finishingAdds).toBeNull();
});

test("a project's page counts only what its viewer sees", async () => {
  const goalId = await goalOver(6);
  const project = [...app.jira.store.catalog.projects.values()].find(({ key }) => key === "ABC");
  const at = async (who: string) =>
    valueOf(await projectGoals(app.as(who), { projectId: project?.id ?? "" })).goals;
  expect(await at(ana)).toMatchObject([{ goal: { id: goalId }, itemsHere: 8, doneHere: 5 }]);
  expect(await at(lee)).toMatchObject([{ goal: { id: goalId }, itemsHere: 6, doneHere: 5 }]);
  expect(await at(mel)).toEqual([]);
});

test("no answer carries a key, title, project, person or date of what is hidden", async () => {
  const goalId = await goalOver(6);
  const jql = "project = ABC AND issuetype = Story";
  valueOf(await linkRule(app.as(ana), { key: newKey(), goalId, jql, descendants: false }));
  await app.settle();
  const answers = await Promise.all([
    getGoal(app.as(mel), { goalId }),
    goalItems(app.as(mel), { goalId, limit: 100 }),
    goalProgress(app.as(mel), { goalId }),
    listGoals(app.as(mel), { includeArchived: true }),
    searchGoals(app.as(mel), { query: "", limit: 10 }),
  ]);
  const told = JSON.stringify(answers);
  expect(told).toContain("XYZ-1");
  for (const hidden of ["ABC", "Alphabet", "E1", "S5", "2024-01-0"]) {
    expect(told).not.toContain(hidden);
  }
});

test("a rule is shown to whom it tells nothing hidden", async () => {
  const goalId = await goalOver(6);
  const jql = "project = XYZ";
  valueOf(await linkRule(app.as(ana), { key: newKey(), goalId, jql, descendants: false }));
  await app.settle();
  const ruleOf = async (who: string) =>
    valueOf(await getGoal(app.as(who), { goalId })).links.find(({ kind }) => kind === "rule")?.jql;
  expect(await ruleOf(ana)).toBe(jql);
  expect(await ruleOf(mel)).toBe(jql);
  expect(await ruleOf(lee)).toBeNull();
});

test("whoever may browse nothing of a goal's work finds no goal at all", async () => {
  const goalId = await goalOver(0);
  for (const who of [mel, gus]) {
    expect(await goalProgress(app.as(who), { goalId })).toEqual({
      ok: false,
      problem: { kind: "no-such-goal" },
    });
    expect(valueOf(await listGoals(app.as(who), { includeArchived: true })).goals).toEqual([]);
    expect(valueOf(await searchGoals(app.as(who), { query: "Fast", limit: 9 })).goals).toEqual([]);
  }
});

test("an issue names the goals it serves by every path", async () => {
  const parent = aDraft({ owner: ana, title: "Company goal" });
  const { goalId: parentId } = valueOf(
    await createGoal(app.as(ana), { key: newKey(), goal: parent }),
  );
  const goal = aDraft({ owner: ana, parentId });
  const { goalId } = valueOf(await createGoal(app.as(ana), { key: newKey(), goal }));
  const issueKeys = ["ABC-1", "ABC-15"];
  const links = { key: newKey(), goalId, issueKeys, descendants: true };
  valueOf(await linkIssues(app.as(ana), links));
  const jql = 'status = "In Progress" AND issuetype = Story';
  valueOf(await linkRule(app.as(ana), { key: newKey(), goalId, jql, descendants: false }));
  await app.settle();
  const issueId = app.jira.store.byKey("ABC-15")?.id ?? "";
  const { goals } = valueOf(await issueGoals(app.as(ana), { issueId }));
  expect(goals.map((each) => [each.goal.title, each.paths.map(({ kind }) => kind)])).toEqual([
    ["Company goal", ["sub-goal"]],
    ["Faster checkout", ["ancestor", "direct", "rule"]],
  ]);
  expect(goals[1]?.finishingAdds).toBeCloseTo(8 / 34, 9);
});
