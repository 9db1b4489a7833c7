import { evidenceItems } from "../../src/use-cases/evidence/evidence-items";
import { goalHistory } from "../../src/use-cases/evidence/goal-history";
import { goalProgress } from "../../src/use-cases/goal-progress";
import { ana, tenIssueData } from "../handlers/ten-issue-data";
import { type EvidenceApp, openEvidenceApp } from "./evidence-app";
import { valueOf } from "./value-of";

let app: EvidenceApp;
beforeEach(async () => {
  app = await openEvidenceApp(tenIssueData());
});
afterEach(() => app.stop());

describe("a goal as it stands", () => {
  test("the ten-issue epic has the share of every rule of the specification", async () => {
    const goalId = await app.goalOfEpic();
    const { spread } = await app.evidence(goalId);
    const percent = spread?.values.map(({ rule, value, why }) => [
      rule,
      value === null ? why : Math.round(value * 1000) / 10,
    ]);
    expect(percent).toEqual([
      ["done-children", 70],
      ["half-for-active", 75],
      ["sub-tasks", 57.1],
      ["points-naive", 41.7],
      ["points-with-container", 19.7],
      ["count", 62.5],
      ["count-strict", 50],
      ["points-sized", 32.3],
      ["points", 29.4],
      ["time", "too-few-sized"],
    ]);
    expect(spread).toMatchObject({ lowest: 15 / 76, highest: 0.75, dependsOnRule: true });
  });

  test("the number is the official one, and the page tells how it is made", async () => {
    const goalId = await app.goalOfEpic();
    const { progress, making, past, seenThen } = await app.evidence(goalId);
    expect(progress).toEqual(valueOf(await goalProgress(app.as(ana), { goalId })).progress);
    expect(making).toEqual({ inScope: 18, containers: 1, folded: 7, leaves: 10, dropped: 2 });
    expect({ past, seenThen }).toEqual({ past: { kind: "now" }, seenThen: null });
  });

  test("the bill names what to mend, and each fix goes on where the one before ended", async () => {
    const { bill } = await app.evidence(await app.goalOfEpic());
    const width = 0.3125 - 7 / 44;
    expect(bill).toMatchObject({
      kind: "bill",
      width,
      fixes: [
        { defect: "open-sub-task", issues: [{ key: "ABC-20" }], hidden: 0, count: 1, from: width },
        { defect: "unsized", issues: [{ key: "ABC-17" }], hidden: 0, count: 1 },
      ],
      rest: 0,
    });
    const fixes = bill?.kind === "bill" ? bill.fixes : [];
    expect(fixes[1]?.from).toBe(fixes[0]?.to);
    expect(fixes[1]?.to).toBeCloseTo(0, 12);
  });

  test("a goal without work has no number, no spread and no course", async () => {
    const goalId = await app.makeGoal();
    expect(await app.evidence(goalId)).toMatchObject({
      progress: { number: { kind: "none", why: "no-work" } },
      spread: null,
      bill: null,
    });
    const course = valueOf(await goalHistory(app.as(ana), { goalId }));
    expect(course).toMatchObject({ firstAt: null, points: [] });
  });

  test("of a weighted parent there is the number only", async () => {
    const parentId = await app.makeGoal({ combine: "weighted" });
    await app.goalOfEpic({ parentId });
    await app.takeIn(parentId);
    const now = await app.evidence(parentId);
    expect(now).toMatchObject({ combine: "weighted", spread: null, making: null, bill: null });
    expect(await app.headline(parentId)).toBeCloseTo(10 / 34, 12);
    const at = await app.day(1);
    await app.day(1);
    expect(await app.headline(parentId, at)).toBeCloseTo(10 / 34, 12);
  });
});

describe("the items of a goal", () => {
  const asked = { filter: {}, limit: 500 };

  test("add up to the number beside them, now and then", async () => {
    const goalId = await app.goalOfEpic();
    const at = await app.day(1);
    await app.day(1);
    app.jira.transition(app.idOf("ABC-18"), app.statusId("Done"), ana);
    await app.takeIn(goalId);
    for (const instant of [undefined, at]) {
      const request = { ...asked, goalId, at: instant?.toISOString() };
      const { items, matching } = valueOf(await evidenceItems(app.as(ana), request));
      const sum = items.reduce((total, { contribution }) => total + (contribution ?? NaN), 0);
      expect(Math.abs(sum - (await app.headline(goalId, instant)))).toBeLessThan(1e-12);
      expect(matching).toBe(10);
    }
  });

  test("come page by page, and only those that are asked for", async () => {
    const goalId = await app.goalOfEpic();
    const keysOf = async (filter: Parameters<typeof evidenceItems>[1]["filter"]) =>
      valueOf(await evidenceItems(app.as(ana), { ...asked, goalId, filter })).items.map(
        ({ key }) => key,
      );
    expect(await keysOf({ classes: ["active", "claimed"] })).toEqual(["ABC-15", "ABC-20"]);
    expect(await keysOf({ unsized: true })).toEqual(["ABC-14", "ABC-17"]);
    const issueIds = [app.idOf("ABC-11"), app.idOf("ABC-17"), app.idOf("XYZ-1")];
    expect(await keysOf({ issueIds })).toEqual(["ABC-11", "ABC-17"]);
    const first = valueOf(await evidenceItems(app.as(ana), { ...asked, goalId, limit: 4 }));
    expect(first).toMatchObject({ next: app.idOf("ABC-14"), matching: 10 });
    const after = first.next ?? "";
    const rest = valueOf(await evidenceItems(app.as(ana), { ...asked, goalId, after, limit: 6 }));
    expect(rest.items.map(({ key }) => key)[0]).toBe("ABC-15");
    expect(rest.next).toBeNull();
  });
});
