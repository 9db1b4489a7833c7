import { createGoal } from "../../src/use-cases/create-goal";
import { editGoal } from "../../src/use-cases/edit-goal";
import { getGoal } from "../../src/use-cases/get-goal";
import { goalProgress } from "../../src/use-cases/goal-progress";
import { linkIssue } from "../../src/use-cases/link-issue";
import { aDraft, newKey } from "../handlers/app-calls";
import { ana, tenIssueData } from "../handlers/ten-issue-data";
import { openInProcess, type InProcess } from "./in-process";
import { valueOf } from "./value-of";

let app: InProcess;
beforeEach(async () => {
  app = await openInProcess(tenIssueData());
});
afterEach(() => app.stop());

async function goal(override: Parameters<typeof aDraft>[0], issueKeys: readonly string[]) {
  const draft = aDraft({ owner: ana, rule: "count", ...override });
  const { goalId } = valueOf(await createGoal(app.as(ana), { key: newKey(), goal: draft }));
  for (const issueKey of issueKeys) {
    const link = { key: newKey(), goalId, issueKey, descendants: false };
    valueOf(await linkIssue(app.as(ana), link));
  }
  return goalId;
}

const headlineOf = async (goalId: string) => {
  const { number } = valueOf(await goalProgress(app.as(ana), { goalId })).progress;
  return number.kind === "value" ? number.headline : number.why;
};

/** S1 and S2 are Done, S7 and S8 are to do. */
async function family(override: Parameters<typeof aDraft>[0] = {}) {
  const parentId = await goal({ combine: "weighted", ...override }, []);
  const done = await goal({ parentId, title: "Done", weight: 3 }, ["ABC-11", "ABC-12"]);
  const open = await goal({ parentId, title: "Open" }, ["ABC-17", "ABC-18"]);
  await app.settle();
  return { parentId, done, open };
}

test("a weighted parent is the mean of its children by weight, whatever their sizes", async () => {
  const { parentId } = await family();
  expect(await headlineOf(parentId)).toBeCloseTo(0.75, 12);
});

test("the parent of a weighted parent follows a change below it", async () => {
  const top = await goal({ combine: "weighted", title: "Top" }, []);
  const { done } = await family({ parentId: top });
  expect(await headlineOf(top)).toBeCloseTo(0.75, 12);
  const heavier = aDraft({ owner: ana, rule: "count", title: "Done", weight: 1 });
  const { parents, version } = valueOf(await getGoal(app.as(ana), { goalId: done }));
  const parentId = parents.at(-1)?.id ?? null;
  const edit = { key: newKey(), goalId: done, version, goal: { ...heavier, parentId } };
  valueOf(await editGoal(app.as(ana), edit));
  await app.settle();
  expect(await headlineOf(top)).toBeCloseTo(0.5, 12);
});

test("own links are one more child", async () => {
  const { parentId } = await family({ ownWeight: 4 });
  const link = { key: newKey(), goalId: parentId, issueKey: "ABC-15", descendants: false };
  valueOf(await linkIssue(app.as(ana), link));
  await app.settle();
  expect(await headlineOf(parentId)).toBeCloseTo(3 / 8, 12);
  const { combining } = valueOf(await getGoal(app.as(ana), { goalId: parentId }));
  expect(combining).toMatchObject({
    kind: "weighted",
    own: { weight: 4, number: { kind: "value", headline: 0 } },
    hiddenChildren: 0,
  });
});

test("a child without a number is left out and named, a candidate is not counted", async () => {
  const { parentId } = await family();
  const empty = await goal({ parentId, title: "Nothing linked", weight: 100 }, []);
  const candidate = await goal({ parentId, title: "Perhaps", state: "candidate" }, ["ABC-18"]);
  await app.settle();
  expect(await headlineOf(parentId)).toBeCloseTo(0.75, 12);
  const { combining } = valueOf(await getGoal(app.as(ana), { goalId: parentId }));
  if (combining.kind !== "weighted") throw new Error("not weighted");
  expect(combining.children).toContainEqual({
    goalId: empty,
    weight: 100,
    number: { kind: "none", why: "no-work" },
  });
  expect(combining.children.map(({ goalId }) => goalId)).not.toContain(candidate);
});

test("of a union nothing is weighted, and its work counts by item", async () => {
  const { parentId } = await family({ combine: "union" });
  expect(await headlineOf(parentId)).toBeCloseTo(0.5, 12);
  const { combining } = valueOf(await getGoal(app.as(ana), { goalId: parentId }));
  expect(combining).toEqual({ kind: "union" });
});
