import { editGoal } from "../../src/use-cases/edit-goal";
import { evidenceItems } from "../../src/use-cases/evidence/evidence-items";
import { goalEvidence } from "../../src/use-cases/evidence/goal-evidence";
import { goalHistory } from "../../src/use-cases/evidence/goal-history";
import { findPastMembers } from "../../src/use-cases/find-past-members";
import { getGoal } from "../../src/use-cases/get-goal";
import { linkRule } from "../../src/use-cases/link-rule";
import { moveGoal } from "../../src/use-cases/move-goal";
import type { ViewerPorts } from "../../src/use-cases/ports";
import { unlink } from "../../src/use-cases/unlink";
import { aDraft, newKey } from "../handlers/app-calls";
import { ana, tenIssueData } from "../handlers/ten-issue-data";
import { type EvidenceApp, openEvidenceApp } from "./evidence-app";
import { valueOf } from "./value-of";

let app: EvidenceApp;
beforeEach(async () => {
  app = await openEvidenceApp(tenIssueData());
});
afterEach(() => app.stop());

/** As if no changelog had been read yet. */
function withoutPasts(ports: ViewerPorts): ViewerPorts {
  const none = () => Promise.resolve([]);
  const histories = { ...ports.store.histories, ofGoal: none, byId: none, unread: none };
  return { ...ports, store: { ...ports.store, histories } };
}

const january = (day: number) => new Date(Date.UTC(2024, 0, day));

describe("a goal as of an instant", () => {
  test("is what it was then, whatever happened since", async () => {
    const goalId = await app.goalOfEpic();
    const at = await app.day(1);
    const { progress, spread, making } = await app.evidence(goalId);
    await app.day(1);
    app.jira.transition(app.idOf("ABC-18"), app.statusId("Done"), ana);
    app.jira.editFields(app.idOf("ABC-15"), { storyPoints: 1, parentId: null }, ana);
    await app.takeIn(goalId);
    const then = await app.evidence(goalId, at);
    expect(then.past).toEqual({
      kind: "replayed",
      beforeGoal: false,
      inconsistent: 0,
      unread: 0,
      byToday: [],
    });
    expect(then.progress.number).toEqual(progress.number);
    expect(then.progress.classes).toEqual(progress.classes);
    expect({ spread: then.spread, making: then.making }).toEqual({ spread, making });
    expect(await app.headline(goalId)).toBeCloseTo(23 / 26, 12);
  });

  test("before its creation has the links of today, and says so", async () => {
    const goalId = await app.goalOfEpic();
    const before = await app.evidence(goalId, january(1));
    expect(before.past).toMatchObject({ kind: "replayed", beforeGoal: true });
    expect(await app.headline(goalId, january(1))).toBe(0);
    expect(await app.headline(goalId, january(20))).toBeCloseTo(10 / 34, 12);
  });

  test("has an issue from the day it was linked to the day it was taken off", async () => {
    const goalId = await app.goalOfEpic();
    const beforeLink = await app.day(1);
    await app.day(1);
    await app.link(goalId, "XYZ-1");
    const linked = await app.day(1);
    const { links } = valueOf(await getGoal(app.as(ana), { goalId }));
    const linkId = links.find(({ issueId }) => issueId === app.idOf("XYZ-1"))?.id ?? "";
    await app.day(1);
    valueOf(await unlink(app.as(ana), { key: newKey(), goalId, linkId }));
    await app.takeIn(goalId);
    const after = await app.day(1);
    await app.day(1);
    const leaves = async (at: Date) => (await app.evidence(goalId, at)).making?.leaves;
    expect([await leaves(beforeLink), await leaves(linked), await leaves(after)]).toEqual([
      10, 11, 10,
    ]);
  });

  test("counts by the rule of then", async () => {
    const goalId = await app.goalOfEpic();
    const at = await app.day(1);
    await app.day(1);
    const goal = aDraft({ owner: ana, rule: "count" });
    valueOf(await editGoal(app.as(ana), { key: newKey(), goalId, version: 1, goal }));
    await app.takeIn(goalId);
    expect(await app.headline(goalId)).toBeCloseTo(0.625, 12);
    const then = await app.evidence(goalId, at);
    expect(then).toMatchObject({ rule: "points", ruleVersion: 1 });
    expect(await app.headline(goalId, at)).toBeCloseTo(10 / 34, 12);
  });

  test("has the work of the sub-goals that counted then, also of one that went elsewhere", async () => {
    const parentId = await app.makeGoal();
    const goalId = await app.goalOfEpic({ parentId });
    const at = await app.day(1);
    await app.day(1);
    const move = { key: newKey(), goalId, version: 1, parentId: null };
    valueOf(await moveGoal(app.as(ana), move));
    await app.takeIn(parentId);
    expect((await app.evidence(parentId)).making?.leaves).toBe(0);
    expect((await app.evidence(parentId, at)).making?.leaves).toBe(10);
  });

  test("has an issue that had left before anybody looked", async () => {
    app.jira.editFields(app.idOf("ABC-16"), { parentId: null }, ana);
    const at = new Date(app.clock.now() - 1);
    await app.day(1);
    const goalId = await app.goalOfEpic();
    await findPastMembers(app.ports, goalId);
    expect((await app.evidence(goalId)).making?.leaves).toBe(9);
    const then = await app.evidence(goalId, at);
    expect(then.making?.leaves).toBe(10);
    expect(then.past).toMatchObject({ kind: "replayed", beforeGoal: true });
  });

  test("has whom a rule matched then, by the fields of then", async () => {
    const goalId = await app.makeGoal({ rule: "count" });
    const jql = 'project = ABC AND issuetype = Story AND status = "In Progress"';
    const rule = { key: newKey(), goalId, jql, descendants: false };
    valueOf(await linkRule(app.as(ana), rule));
    await app.takeIn(goalId);
    const at = await app.day(1);
    await app.day(1);
    app.jira.transition(app.idOf("ABC-15"), app.statusId("Done"), ana);
    app.jira.transition(app.idOf("ABC-18"), app.statusId("In Progress"), ana);
    await app.takeIn(goalId);
    const keysAt = async (instant?: Date) => {
      const asked = { goalId, at: instant?.toISOString(), filter: {}, limit: 9 };
      return valueOf(await evidenceItems(app.as(ana), asked)).items.map(({ key }) => key);
    };
    expect(await keysAt()).toEqual(["ABC-18"]);
    expect(await keysAt(at)).toEqual(["ABC-15"]);
  });

  test("takes today's members of a rule that cannot be asked of the past, and names it", async () => {
    const goalId = await app.makeGoal({ rule: "count" });
    const rule = { key: newKey(), goalId, jql: "summary ~ S5", descendants: false };
    const { linkId } = valueOf(await linkRule(app.as(ana), rule));
    await app.takeIn(goalId);
    const at = await app.day(1);
    await app.day(1);
    const { past, making } = await app.evidence(goalId, at);
    expect(past).toMatchObject({ byToday: [linkId] });
    expect(making?.leaves).toBe(1);
  });

  test("is an estimate while changelogs are unread, and has what is linked nevertheless", async () => {
    const goalId = await app.makeGoal({ rule: "count" });
    const rule = { key: newKey(), goalId, jql: "project = XYZ", descendants: false };
    valueOf(await linkRule(app.as(ana), rule));
    await app.settle();
    const at = await app.day(1);
    await app.day(1);
    const asked = { goalId, at: at.toISOString() };
    const { past, making } = valueOf(await goalEvidence(withoutPasts(app.as(ana)), asked));
    expect(past).toMatchObject({ kind: "estimated", unread: 6, byToday: [] });
    expect(making?.leaves).toBe(6);
  });

  test("the snapshot of a day equals the replay of that day made later", async () => {
    const goalId = await app.goalOfEpic();
    const at = await app.day(1);
    await app.ports.store.days.snapshot("2024-02-01");
    await app.day(1);
    app.jira.transition(app.idOf("ABC-18"), app.statusId("Done"), ana);
    await app.takeIn(goalId);
    await app.day(1);
    const { seenThen, progress } = await app.evidence(goalId, at);
    expect(seenThen?.day).toBe("2024-02-01");
    expect(seenThen?.number).toEqual(progress.number);
    const course = valueOf(await goalHistory(app.as(ana), { goalId }));
    expect(course.points.filter(({ source }) => source === "observed")).toEqual([
      {
        at: "2024-02-01T00:00:00.000Z",
        source: "observed",
        headline: 10 / 34,
        low: 7 / 44,
        high: 10 / 32,
      },
    ]);
  });
});

test("the course of a number runs from the first issue to now in ascending days", async () => {
  const goalId = await app.goalOfEpic();
  await app.day(3);
  const { points, firstAt, now } = valueOf(await goalHistory(app.as(ana), { goalId }));
  expect({ firstAt, now }).toEqual({
    firstAt: january(1).toISOString(),
    now: "2024-02-03T00:00:00.000Z",
  });
  const days = points.map(({ at }) => at);
  expect(days).toEqual([...new Set(days)].toSorted());
  expect(points.length).toBeGreaterThan(20);
  for (const { at, headline: value } of points) {
    expect(value).toBe(await app.headline(goalId, new Date(at)));
  }
});

test("a link made by a process whose clock is ahead is there, not in the future", async () => {
  const goalId = await app.makeGoal({ rule: "count" });
  await app.clock.advance(1000);
  await app.link(goalId, "ABC-1");
  const early = new Date(app.clock.now() - 500);
  const behind = { ...app.as(ana), now: () => early };
  const course = valueOf(await goalHistory(behind, { goalId }));
  expect(course.firstAt).not.toBeNull();
  expect(course.points.length).toBeGreaterThan(1);
});
