import type { ReadingState } from "../../src/contract/progress";
import { defaultSettings } from "../../src/domain/settings";
import { endOfUtcHour } from "../../src/domain/utc-hour";
import { createGoal } from "../../src/use-cases/create-goal";
import { goalEvidence } from "../../src/use-cases/evidence/goal-evidence";
import { getGoal } from "../../src/use-cases/get-goal";
import { goalItems } from "../../src/use-cases/goal-items";
import { goalProgress } from "../../src/use-cases/goal-progress";
import { issueGoals } from "../../src/use-cases/issue-goals";
import { linkIssue } from "../../src/use-cases/link-issue";
import { linkRule } from "../../src/use-cases/link-rule";
import { listGoals } from "../../src/use-cases/list-goals";
import { projectGoals } from "../../src/use-cases/project-goals";
import { getSyncHealth } from "../../src/use-cases/settings/get-sync-health";
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
  const draft = aDraft({ owner: lee, rule: "count", ...override });
  return valueOf(await createGoal(app.as(lee), { key: newKey(), goal: draft })).goalId;
}

async function link(goalId: string, issueKey: string) {
  const request = { key: newKey(), goalId, issueKey, descendants: true };
  valueOf(await linkIssue(app.as(lee), request));
}

const progressOf = async (goalId: string) =>
  valueOf(await goalProgress(app.as(ana), { goalId })).progress;

/** A goal, the goal above it and a weighted one above that. */
async function family() {
  const top = await goal({ title: "Top", combine: "weighted" });
  const middle = await goal({ title: "Middle", parentId: top });
  const child = await goal({ title: "Child", parentId: middle });
  return { top, middle, child };
}

const underway: ReadingState = { kind: "reading", read: 0, about: null, pause: null };

test("above a goal with its first work on the way nothing is said to be complete", async () => {
  const { top, middle, child } = await family();
  await link(child, "ABC-1");
  for (const goalId of [top, middle]) {
    expect(await progressOf(goalId)).toMatchObject({
      number: { kind: "none", why: "being-read" },
      reading: underway,
    });
  }
  await app.settle();
  for (const goalId of [top, middle, child]) {
    expect(await progressOf(goalId)).toMatchObject({
      number: { kind: "value", headline: 5 / 8 },
      reading: { kind: "current" },
    });
  }
});

test("every view of a goal says that something below it is being read, and why that waits", async () => {
  const { top, middle, child } = await family();
  await link(child, "ABC-11");
  await app.settle();
  await link(child, "ABC-1");
  const now = new Date(app.clock.now());
  const settings = { ...defaultSettings, pointsShare: 0 };
  await app.ports.store.decidedSettings.decide({ settings, version: 0 }, now);
  const pause = { why: "budget", until: endOfUtcHour(now).toISOString() };
  const waits = { kind: "reading", read: 0, about: null, pause };

  for (const goalId of [top, middle]) {
    expect((await progressOf(goalId)).reading).toEqual(waits);
    const { line } = valueOf(await getGoal(app.as(ana), { goalId }));
    expect(line.progress.reading).toEqual(waits);
    const evidence = valueOf(await goalEvidence(app.as(ana), { goalId }));
    expect(evidence.progress.reading).toEqual(waits);
    const items = valueOf(await goalItems(app.as(ana), { goalId, limit: 10 }));
    expect(items.progress.reading).toEqual(waits);
  }
  const issueId = app.jira.store.byKey("ABC-11")?.id ?? "";
  const projects = [...app.jira.store.catalog.projects.values()];
  const projectId = projects.find(({ key }) => key === "ABC")?.id ?? "";
  const listed = [
    ...valueOf(await listGoals(app.as(ana), { includeArchived: false })).goals,
    ...valueOf(await issueGoals(app.as(ana), { issueId })).goals.map((each) => each.goal),
    ...valueOf(await projectGoals(app.as(ana), { projectId })).goals.map((each) => each.goal),
  ].filter(({ id }) => id === middle);
  expect(listed.map(({ progress }) => progress.reading)).toEqual([waits, waits, waits]);
});

test("the settings name the goal itself, not those above it", async () => {
  const { child } = await family();
  await link(child, "ABC-1");
  const { readings } = valueOf(await getSyncHealth(app.as(ana)));
  expect(readings.map(({ goalId }) => goalId)).toEqual([child]);
});

test("a goal above one whose rule Jira refuses is marked as not up to date, without Jira's words", async () => {
  const { top, middle, child } = await family();
  const request = { key: newKey(), goalId: child, jql: "key in (ABC-11, ABC-18)" };
  valueOf(await linkRule(app.as(lee), { ...request, descendants: false }));
  await app.settle();
  app.jira.deleteIssue(app.jira.store.byKey("ABC-18")?.id ?? "", ana);
  app.jira.editFields(app.jira.store.byKey("ABC-11")?.id ?? "", { summary: "Other" }, ana);
  await app.settle();
  expect((await progressOf(child)).reading.kind).toBe("broken");
  for (const goalId of [top, middle]) {
    const { reading } = valueOf(await goalProgress(app.as(lee), { goalId })).progress;
    expect(reading).toEqual({ kind: "broken", detail: null });
  }
});

test("what does not count in a goal does not keep it waiting", async () => {
  const parentId = await goal({ title: "Parent" });
  await link(parentId, "ABC-11");
  const candidate = await goal({ parentId, state: "candidate" });
  await app.settle();
  await link(candidate, "ABC-1");
  expect((await progressOf(candidate)).reading.kind).toBe("queued");
  expect((await progressOf(parentId)).reading).toEqual({ kind: "current" });
});
