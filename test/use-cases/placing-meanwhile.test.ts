import { createGoal } from "../../src/use-cases/create-goal";
import { goalProgress } from "../../src/use-cases/goal-progress";
import { linkIssue } from "../../src/use-cases/link-issue";
import { noteChanges } from "../../src/use-cases/note-changes";
import type { Ports } from "../../src/use-cases/ports";
import { rollDirtyGoals } from "../../src/use-cases/roll-goals";
import { verifyNumbers } from "../../src/use-cases/sync/verify-numbers";
import { takeInChanges } from "../../src/use-cases/take-in-changes";
import { aDraft, newKey } from "../handlers/app-calls";
import { ana, lee, tenIssueData } from "../handlers/ten-issue-data";
import { openInProcess, type InProcess } from "./in-process";
import { valueOf } from "./value-of";

let app: InProcess;
beforeEach(async () => {
  app = await openInProcess(tenIssueData());
});
afterEach(() => app.stop());

const newGoal = async () => {
  const draft = aDraft({ owner: lee, rule: "count" });
  return valueOf(await createGoal(app.as(lee), { key: newKey(), goal: draft }));
};
const id = (key: string) => app.jira.store.byKey(key)?.id ?? "";
const leavesOf = async (goalId: string) => {
  const { classes } = valueOf(await goalProgress(app.as(ana), { goalId })).progress;
  return Object.values(classes ?? {}).reduce((sum, { count }) => sum + count, 0);
};

test("a story that leaves while a goal that has come to count it is placed does not stay there", async () => {
  const below = await newGoal();
  const link = { key: newKey(), goalId: below.goalId, issueKey: "ABC-1", descendants: true };
  valueOf(await linkIssue(app.as(lee), link));
  await app.settle();
  const above = await newGoal();
  const { goals, scope, sync } = app.ports.store;
  const goal = await goals.byId(below.goalId);
  if (goal === null) throw new Error("the goal was made");
  await goals.update({ ...goal, parentId: above.goalId, version: 2 }, goal.version);
  await goals.rebuildClosure();
  await sync.markGoalsToPlace([above.goalId]);
  let isFirst = true;
  const membersOf: typeof scope.membersOf = async (goalId) => {
    const members = await scope.membersOf(goalId);
    if (goalId === above.goalId && isFirst) {
      isFirst = false;
      app.jira.editFields(id("ABC-15"), { parentId: null }, ana);
      app.loseEvents();
      await noteChanges(app.ports, [{ issueId: id("ABC-15"), seenAt: null }]);
      await takeInChanges(app.ports);
    }
    return members;
  };
  const slow: Ports = {
    ...app.ports,
    store: { ...app.ports.store, scope: { ...scope, membersOf } },
  };
  await rollDirtyGoals(slow);
  expect(isFirst).toBe(false);
  expect(await verifyNumbers(app.ports)).toMatchObject({ repaired: 0 });
  expect([await leavesOf(below.goalId), await leavesOf(above.goalId)]).toEqual([9, 9]);
});
