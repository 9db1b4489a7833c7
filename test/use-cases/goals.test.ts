import type { Answer } from "../../src/contract/answer";
import { archiveGoal } from "../../src/use-cases/archive-goal";
import { createGoal } from "../../src/use-cases/create-goal";
import { editGoal } from "../../src/use-cases/edit-goal";
import { getGoal } from "../../src/use-cases/get-goal";
import { goalProgress } from "../../src/use-cases/goal-progress";
import { linkIssue } from "../../src/use-cases/link-issue";
import { listGoals } from "../../src/use-cases/list-goals";
import { moveGoal } from "../../src/use-cases/move-goal";
import { searchGoals } from "../../src/use-cases/search-goals";
import { searchPeople } from "../../src/use-cases/search-people";
import { unlink } from "../../src/use-cases/unlink";
import { aDraft, newKey } from "../handlers/app-calls";
import { ana, gus, lee, mel, tenIssueData } from "../handlers/ten-issue-data";
import { openInProcess, type InProcess } from "./in-process";
import { valueOf } from "./value-of";

let app: InProcess;
beforeEach(async () => {
  app = await openInProcess(tenIssueData());
});
afterEach(() => app.stop());

async function goal(override: Parameters<typeof aDraft>[0] = {}, by = lee) {
  const draft = aDraft({ owner: by, ...override });
  return valueOf(await createGoal(app.as(by), { key: newKey(), goal: draft })).goalId;
}

async function problemOf(answer: Promise<Answer<unknown>>) {
  const given = await answer;
  return given.ok ? "no problem" : given.problem;
}

describe("a person's action sent twice", () => {
  test("makes one goal and is answered the same", async () => {
    const request = { key: "the-same-action", goal: aDraft({ owner: lee }) };
    const first = await createGoal(app.as(lee), request);
    const second = await createGoal(app.as(lee), request);
    expect(second).toEqual(first);
    expect(valueOf(await listGoals(app.as(lee), { includeArchived: true })).goals).toHaveLength(1);
  });

  test("edits once, although the version has moved on", async () => {
    const goalId = await goal();
    const edited = aDraft({ owner: lee, title: "Renamed" });
    const request = { key: "the-same-edit", goalId, version: 1, goal: edited };
    const first = await editGoal(app.as(lee), request);
    expect(await editGoal(app.as(lee), request)).toEqual(first);
    expect(first).toEqual({ ok: true, value: { goalId, version: 2 } });
  });

  test("counts as done when only its answer was lost", async () => {
    const goalId = await goal();
    const edited = aDraft({ owner: lee, title: "Renamed" });
    const edit = { goalId, version: 1, goal: edited };
    await editGoal(app.as(lee), { key: "first-attempt", ...edit });
    expect(await editGoal(app.as(lee), { key: "second-attempt", ...edit })).toEqual({
      ok: true,
      value: { goalId, version: 2 },
    });
  });

  test("links an issue once, and unlinking what is gone is no problem", async () => {
    const goalId = await goal();
    const request = { goalId, issueKey: "ABC-1", descendants: true };
    const first = valueOf(await linkIssue(app.as(lee), { key: newKey(), ...request }));
    const second = valueOf(await linkIssue(app.as(lee), { key: newKey(), ...request }));
    expect(second).toEqual(first);
    const { linkId } = first;
    valueOf(await unlink(app.as(lee), { key: newKey(), goalId, linkId }));
    valueOf(await unlink(app.as(lee), { key: newKey(), goalId, linkId }));
    expect(valueOf(await getGoal(app.as(lee), { goalId })).links).toEqual([]);
  });
});

describe("of two people who edit one goal", () => {
  test("the second is told, and the first's words stay", async () => {
    const goalId = await goal();
    const titled = (title: string) => ({
      key: newKey(),
      goalId,
      version: 1,
      goal: aDraft({ owner: lee, title }),
    });
    valueOf(await editGoal(app.as(lee), titled("First")));
    expect(await problemOf(editGoal(app.as(ana), titled("Second")))).toEqual({
      kind: "changed-meanwhile",
    });
    expect(valueOf(await getGoal(app.as(lee), { goalId })).line.title).toBe("First");
  });
});

describe("a goal is refused", () => {
  const attempt = (override: Parameters<typeof aDraft>[0]) =>
    problemOf(createGoal(app.as(lee), { key: newKey(), goal: aDraft(override) }));

  test("with a target date before its start", async () => {
    expect(await attempt({ startDay: "2026-03-02", targetDay: "2026-03-01" })).toEqual({
      kind: "target-before-start",
      field: "targetDay",
    });
  });

  test("with a day that does not exist", async () => {
    expect(await attempt({ targetDay: "2026-02-31" })).toEqual({
      kind: "invalid-request",
      field: "targetDay",
    });
  });

  test("with an owner whom Jira does not know", async () => {
    expect(await attempt({ owner: "nobody" })).toEqual({ kind: "invalid-request", field: "owner" });
  });

  test("under a goal that its author does not see", async () => {
    const parentId = await goal({}, mel);
    expect(await attempt({ parentId })).toEqual({ kind: "no-such-goal", field: "parentId" });
  });

  test("under an archived goal", async () => {
    const parentId = await goal();
    const archive = { key: newKey(), goalId: parentId, version: 1, archived: true };
    valueOf(await archiveGoal(app.as(lee), archive));
    expect(await attempt({ parentId })).toEqual({ kind: "archived", field: "parentId" });
  });

  test("under itself or a goal below it", async () => {
    const top = await goal();
    const middle = await goal({ parentId: top });
    const bottom = await goal({ parentId: middle });
    for (const parentId of [top, middle, bottom]) {
      const move = { key: newKey(), goalId: top, version: 1, parentId };
      expect(await problemOf(moveGoal(app.as(lee), move))).toEqual({
        kind: "parent-cycle",
        field: "parentId",
      });
    }
  });

  test("on an eleventh level", async () => {
    let parentId: string | null = null;
    for (let level = 1; level <= 10; level++) parentId = await goal({ parentId });
    expect(await attempt({ parentId })).toEqual({ kind: "too-deep", field: "parentId" });
  });
});

describe("an archived goal", () => {
  test("shows as archived in a gadget, takes no change, and comes back", async () => {
    const goalId = await goal();
    const archive = (archived: boolean, version: number) =>
      archiveGoal(app.as(lee), { key: newKey(), goalId, version, archived });
    valueOf(await archive(true, 1));
    expect(await problemOf(goalProgress(app.as(lee), { goalId }))).toEqual({ kind: "archived" });
    const link = { key: newKey(), goalId, issueKey: "ABC-1", descendants: true };
    expect(await problemOf(linkIssue(app.as(lee), link))).toEqual({ kind: "archived" });
    valueOf(await archive(false, 2));
    expect(valueOf(await goalProgress(app.as(lee), { goalId })).title).toBe("Faster checkout");
  });
});

test("only the owner and administrators change a goal; without an owner, whoever made it", async () => {
  const goalId = await goal();
  const edit = (version: number) => ({ key: newKey(), goalId, version, goal: aDraft() });
  expect(await problemOf(editGoal(app.as(mel), edit(1)))).toEqual({ kind: "no-such-goal" });
  valueOf(await editGoal(app.as(ana), edit(1)));
  valueOf(await editGoal(app.as(lee), edit(2)));
  expect(await problemOf(editGoal(app.as(gus), edit(3)))).toEqual({ kind: "no-such-goal" });
});

test("who sees a goal through its work may not change it", async () => {
  const goalId = await goal({}, ana);
  const link = { key: newKey(), goalId, issueKey: "ABC-1", descendants: true };
  valueOf(await linkIssue(app.as(ana), link));
  await app.settle();
  expect(valueOf(await getGoal(app.as(lee), { goalId })).line.mayEdit).toBe(false);
  const edit = { key: newKey(), goalId, version: 1, goal: aDraft({ title: "Mine" }) };
  expect(await problemOf(editGoal(app.as(lee), edit))).toEqual({ kind: "not-allowed" });
  expect(await problemOf(getGoal(app.as(mel), { goalId }))).toEqual({ kind: "no-such-goal" });
});

test("every write leaves a row in the audit log", async () => {
  const goalId = await goal();
  const edited = aDraft({ owner: lee, title: "Renamed" });
  valueOf(await editGoal(app.as(lee), { key: newKey(), goalId, version: 1, goal: edited }));
  const link = { key: newKey(), goalId, issueKey: "ABC-1", descendants: true };
  const { linkId } = valueOf(await linkIssue(app.as(lee), link));
  valueOf(await unlink(app.as(lee), { key: newKey(), goalId, linkId }));
  const entries = await app.ports.store.auditOf(goalId);
  expect(entries.map(({ action, accountId }) => [action, accountId])).toEqual([
    ["create-goal", lee],
    ["edit-goal", lee],
    ["link", lee],
    ["unlink", lee],
  ]);
  expect(entries[1]?.details).toEqual({ title: { from: "Faster checkout", to: "Renamed" } });
});

test("goals are found by words of their titles, markup and per cent signs included", async () => {
  await goal({ title: "<b>100 % faster</b>" });
  await goal({ title: "100 times faster" });
  const found = valueOf(await searchGoals(app.as(lee), { query: "100 %", limit: 10 }));
  expect(found.goals.map(({ title }) => title)).toEqual(["<b>100 % faster</b>"]);
  expect(valueOf(await searchGoals(app.as(mel), { query: "100", limit: 10 })).goals).toEqual([]);
});

test("people are found as Jira finds them", async () => {
  const { people } = valueOf(await searchPeople(app.as(lee), { query: "mel" }));
  expect(people).toEqual([{ accountId: mel, name: "Mel Member" }]);
});
