import { pairBase, unpaired } from "../../src/store/packed";
import type { ScopeRow } from "../../src/use-cases/store-ports";
import { aGoal } from "../build/goal";
import { anItem, asOf } from "../build/item";
import { aStoredRollup } from "../build/stored-rollup";
import { onEveryEngine } from "./on-every-engine";

const aLeaf = (id: string): ScopeRow => ({
  item: anItem({ id }),
  key: `SHOP-${id}`,
  role: "leaf",
  dropped: false,
  settleAt: null,
  secured: false,
});

onEveryEngine((store) => {
  const goalIds = ["1", "2", "3", "10", "11"];
  /** A goal's scope has as many leaves as its place in the list, from 1. */
  const leavesOf = (goalId: string) => goalIds.indexOf(goalId) + 1;
  const rolled = (goalId: string, effort: number, sequence: number) =>
    store.rollups.putAll([
      { rollup: aStoredRollup({ goalId, computedAt: asOf }), sequence, effort },
    ]);

  beforeAll(async () => {
    for (const id of goalIds) {
      await store.goals.insert(aGoal({ id }));
      const leaves = Array.from({ length: leavesOf(id) }, (_, n) => aLeaf(String(100 + n)));
      await store.scope.replaceScope(id, leaves, 1, asOf);
    }
    await store.sync.markGoals([...goalIds, "404"]);
  });

  it("takes so many goals, each with its whole scope, and tells what those after them take", async () => {
    for (const [place, id] of goalIds.entries()) await rolled(id, 10 * place, 0);
    for (const count of [1, 2, 4, 5, 6]) {
      const { goals, nextEfforts } = await store.roll.goalsToRoll("0", { asOf, count });
      expect(goals.map(({ toRoll }) => toRoll.goal.id)).toEqual(goalIds.slice(0, count));
      expect(nextEfforts).toEqual([0, 10, 20, 30, 40].slice(count));
      for (const { toRoll, summary } of goals) {
        expect(summary.leavesByProject).toEqual({ "10000": leavesOf(toRoll.goal.id) });
      }
    }
  });

  it("goes on after a goal, and tells what each is counted by", async () => {
    const [own, other] = [
      { rule: "time", combine: "weighted", countSubTasks: false, ownWeight: 0 },
      { rule: "count", combine: "union", countSubTasks: true, ownWeight: 250 },
    ] as const;
    await store.goals.update(aGoal({ id: "10", ...own, version: 2 }), 1);
    await store.goals.update(aGoal({ id: "11", ...other, version: 2 }), 1);
    const { goals, nextEfforts } = await store.roll.goalsToRoll("3", { asOf, count: 9 });
    expect(goals.map(({ toRoll }) => toRoll.goal)).toMatchObject([
      { id: "10", ...own },
      { id: "11", ...other },
    ]);
    expect(nextEfforts).toEqual([]);
  });
});

onEveryEngine((store) => {
  it("tells projects and types apart by their ids, however large Jira makes them", async () => {
    await store.goals.insert(aGoal({ id: "1", rule: "points" }));
    const last = { projectId: String(2 ** 27 - 1), typeId: String(2 ** 26 - 1), points: null };
    const rows: readonly ScopeRow[] = [
      { ...aLeaf("100"), item: anItem({ id: "100", points: 3 }) },
      { ...aLeaf("101"), item: anItem({ id: "101", ...last }) },
      { ...aLeaf("102"), item: anItem({ id: "102", ...last }), secured: true },
      { ...aLeaf("103"), item: anItem({ id: "103", ...last, level: 1 }), role: "empty-container" },
    ];
    await store.scope.replaceScope("1", rows, 1, asOf);
    await store.sync.markGoals(["1"]);
    const [rolled] = (await store.roll.goalsToRoll("0", { asOf, count: 1 })).goals;
    expect(rolled?.summary.leavesByProject).toEqual({ "10000": 1, [last.projectId]: 3 });
    expect(rolled?.summary.securedLeaves).toEqual({ [last.projectId]: ["102"] });
    const drawing = rolled?.summary.cells.filter(({ size }) => size === null);
    expect(drawing).toMatchObject([
      { role: "empty-container", projectId: last.projectId, level: 1, n: 1 },
      { role: "leaf", projectId: last.projectId, typeId: last.typeId, level: 0, n: 2 },
    ]);
  });
});

it("keeps two counts in one number, however large a store is", () => {
  const most = pairBase - 1;
  expect(unpaired(most * pairBase + most)).toEqual([most, most]);
  expect(most * pairBase + most).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER);
});
