import { createGoal } from "../../src/use-cases/create-goal";
import { goalProgress } from "../../src/use-cases/goal-progress";
import { linkIssue } from "../../src/use-cases/link-issue";
import { noteChanges } from "../../src/use-cases/note-changes";
import type { Ports } from "../../src/use-cases/ports";
import { findLostChanges } from "../../src/use-cases/sync/find-lost-changes";
import { isSearchDue } from "../../src/use-cases/sync/lost-search";
import { everywhereKey, sweepKey, watermarkKey } from "../../src/use-cases/sync/state-keys";
import { takeInChanges } from "../../src/use-cases/take-in-changes";
import { aDraft, newKey } from "../handlers/app-calls";
import { ana, lee, tenIssueData } from "../handlers/ten-issue-data";
import { openInProcess, type InProcess } from "./in-process";
import { valueOf } from "./value-of";

const minute = 60_000;
let app: InProcess;
let goalId: string;
let told: string[];
let ports: Ports;
beforeEach(async () => {
  app = await openInProcess(tenIssueData());
  const goal = aDraft({ owner: lee, rule: "count" });
  ({ goalId } = valueOf(await createGoal(app.as(lee), { key: newKey(), goal })));
  const link = { key: newKey(), goalId, issueKey: "ABC-1", descendants: true };
  valueOf(await linkIssue(app.as(lee), link));
  await app.settle();
  await findLostChanges(app.ports);
  await app.clock.advance(30 * minute);
  told = [];
  ports = { ...app.ports, jira: { ...app.ports.jira, changedSince: listening } };
});
afterEach(() => app.stop());

/** Tells of one issue at a time, as if each were a page. */
const listening: Ports["jira"]["changedSince"] = (asked, onPage) =>
  app.ports.jira.changedSince(asked, async (issues, left) => {
    for (const issue of issues) {
      told.push(issue.id);
      const more = await onPage([issue], { ...left, from: issue.updatedAt });
      if (more === "enough") return more;
    }
    return "more";
  });
const id = (key: string) => app.jira.store.byKey(key)?.id ?? "";
const done = () =>
  [...app.jira.store.catalog.statuses.values()].find(({ name }) => name === "Done")?.id ?? "";
const finish = (key: string) => app.jira.transition(id(key), done(), ana);
const finishUnheard = (key: string) => {
  finish(key);
  app.loseEvents();
};
const leavesDone = async () => {
  const { classes } = valueOf(await goalProgress(app.as(ana), { goalId })).progress;
  return classes === null ? null : classes.confirmed.count + classes.claimed.count;
};

test("Jira is asked to tell only of changes that are not known", async () => {
  finish("ABC-18");
  await app.clock.advance(10_000);
  await app.settle();
  finishUnheard("ABC-17");
  await app.clock.advance(5 * minute);
  expect(await findLostChanges(ports)).toBe(1);
  expect(told).toEqual([id("ABC-17")]);
  await app.settle();
  await takeInChanges(app.ports);
  expect(await leavesDone()).toBe(7);
});

test("a later change of what is known is found", async () => {
  finish("ABC-18");
  await app.clock.advance(10_000);
  await app.settle();
  app.jira.editFields(id("ABC-18"), { labels: ["late"] }, ana);
  app.loseEvents();
  await app.clock.advance(5 * minute);
  expect(await findLostChanges(ports)).toBe(1);
  expect(told).toEqual([id("ABC-18")]);
});

test("of what was read within the second of its change Jira tells again", async () => {
  finish("ABC-18");
  await app.settle();
  await app.clock.advance(5 * minute);
  expect(await findLostChanges(ports)).toBe(0);
  expect(told).toEqual([id("ABC-18")]);
});

test("Jira is not asked to tell of what waits to be read", async () => {
  finishUnheard("ABC-18");
  const seenAt = new Date(app.clock.now());
  await noteChanges(app.ports, [{ issueId: id("ABC-18"), seenAt }]);
  await app.clock.advance(5 * minute);
  expect(await findLostChanges(ports)).toBe(0);
  expect(told).toEqual([]);
  await takeInChanges(app.ports);
  expect(await leavesDone()).toBe(6);
});

test("what changed lately is left to its event until that can come no more", async () => {
  await app.clock.advance(61 * minute);
  await findLostChanges(app.ports);
  finishUnheard("ABC-18");
  await app.clock.advance(2 * minute);
  expect(await findLostChanges(ports)).toBe(0);
  expect(told).toEqual([]);
  await app.clock.advance(2 * minute);
  expect(await findLostChanges(ports)).toBe(1);
});

test("a query that names an issue which is gone is asked again without names", async () => {
  finish("ABC-18");
  finish("ABC-15");
  await app.clock.advance(10_000);
  await app.settle();
  app.jira.deleteIssue(id("ABC-15"), ana);
  finishUnheard("ABC-17");
  await app.clock.advance(5 * minute);
  expect(await findLostChanges(ports)).toBe(1);
  expect(told.toSorted()).toEqual([id("ABC-17"), id("ABC-18")]);
});

test("the first search of all is cut off for hours, and finds what changed since it began", async () => {
  const { searches, states } = app.ports.store;
  for (const key of [everywhereKey, watermarkKey]) {
    const state = await states.read(key);
    if (state !== null) await states.forget(state);
  }
  const searchPath = "/rest/api/3/search/jql";
  app.boundary.refuseNext(searchPath, 429, { "Retry-After": "1800" });
  await expect(findLostChanges(app.ports)).rejects.toMatchObject({ status: 429 });
  finishUnheard("ABC-18");
  await app.clock.advance(180 * minute);
  expect(await searches.kept()).not.toBeNull();
  expect(await findLostChanges(app.ports)).toBe(1);
  expect(await searches.kept()).toBeNull();
});

describe("a search that has found enough", () => {
  const few = { atOnce: 1, most: 1 };
  beforeEach(async () => {
    for (const key of ["ABC-15", "ABC-17", "ABC-18"]) {
      finishUnheard(key);
      await app.clock.advance(minute);
    }
    await app.clock.advance(5 * minute);
  });
  const partsLeft = async () => {
    let parts = 0;
    while ((await app.ports.store.searches.kept()) !== null) {
      expect(await isSearchDue(app.ports)).toBe(true);
      await findLostChanges(ports, few);
      parts += 1;
    }
    return parts;
  };

  test("goes on where it was, to its end", async () => {
    expect(await findLostChanges(ports, few)).toBe(1);
    await app.clock.advance(5 * minute);
    expect(await partsLeft()).toBe(3);
    expect(await isSearchDue(app.ports)).toBe(false);
    await takeInChanges(app.ports);
    expect(await leavesDone()).toBe(8);
  });

  test("does not answer for a search that was asked for since it began", async () => {
    const { states } = app.ports.store;
    await states.write(sweepKey, true, app.ports.now());
    await findLostChanges(ports, few);
    await states.write(sweepKey, true, app.ports.now());
    await partsLeft();
    expect(await states.read(sweepKey)).not.toBeNull();
    await findLostChanges(ports);
    expect(await states.read(sweepKey)).toBeNull();
  });
});
