import type { Item } from "../../src/domain/item";
import { createGoal } from "../../src/use-cases/create-goal";
import { linkIssue } from "../../src/use-cases/link-issue";
import { rollDirtyGoals } from "../../src/use-cases/roll-goals";
import type { StoredRollup } from "../../src/use-cases/store-ports";
import { aDraft, newKey } from "../handlers/app-calls";
import { lee, tenIssueData } from "../handlers/ten-issue-data";
import { openInProcess, type InProcess } from "./in-process";
import { valueOf } from "./value-of";

/** Goals whose store can be damaged. */
export type Breakable = Awaited<ReturnType<typeof openBreakable>>;

/** A weighted top above a union of one goal, a goal beside it, and a weighted parent with links of its own. */
export async function openBreakable() {
  const app = await openInProcess(tenIssueData());
  const top = await makeGoal(app, { title: "Top", combine: "weighted" }, null);
  const mid = await makeGoal(app, { title: "Mid", parentId: top }, null);
  const low = await makeGoal(app, { title: "Low", parentId: mid }, "ABC-1");
  const side = await makeGoal(app, { title: "Side", parentId: top, weight: 2 }, "ABC-17");
  const draft = { title: "Own", parentId: top, combine: "weighted" } as const;
  const own = await makeGoal(app, draft, "ABC-11");
  await app.settle();
  return { app, goals: { top, own, mid, low, side }, ...tools(app) };
}

function tools(app: InProcess) {
  const { store, now } = app.ports;
  const tell = async (query: string, ...params: readonly unknown[]) => {
    const { status, body } = await app.sql.ask(query, params);
    if (status !== 200) throw new Error(body);
  };
  const stored = async (goalId: string) => {
    const rollup = (await store.goals.rowById(goalId))?.rollup;
    if (rollup == null) throw new Error("no number");
    return rollup;
  };
  const sequence = async (goalId: string) =>
    (await store.sync.sequencesOf([goalId])).get(goalId) ?? 0;
  return {
    tell,
    stored,
    /** All numbers, whenever they were computed. */
    numbers: async () => {
      const rows = await store.goals.rows({ includeArchived: true });
      return rows.map(({ goal, rollup }) => ({
        id: goal.id,
        rollup: { ...rollup, computedAt: null },
      }));
    },
    overwrite: async (goalId: string, change: Partial<StoredRollup>) => {
      await store.rollups.put({ ...(await stored(goalId)), ...change }, await sequence(goalId));
    },
    /** Numbers that agree with whatever the store says now. */
    rollAnew: async (...goalIds: readonly string[]) => {
      await store.sync.markGoals(goalIds);
      await rollDirtyGoals(app.ports);
    },
    placeAnew: async (...goalIds: readonly string[]) => {
      await store.sync.markGoalsToPlace(goalIds);
      await rollDirtyGoals(app.ports);
    },
    /** Writes one place of a scope as nothing but a mistake would; null takes it out. */
    misplace: async (goalId: string, change: Partial<Item> | null) => {
      const [row] = await store.scope.leaves(goalId, null, 1);
      if (row === undefined) throw new Error("an empty scope");
      const item = { ...row.item, ...change };
      const place = { goalId, issueId: item.id, stamp: await sequence(goalId) };
      const wrong = { ...place, row: change === null ? null : { ...row, item } };
      await store.scope.place([wrong], now());
    },
    forgetPair: (ancestor: string, descendant: string) =>
      tell(
        "DELETE FROM goal_closure WHERE ancestor_id = ? AND descendant_id = ?",
        ancestor,
        descendant,
      ),
    addPair: (ancestor: string, descendant: string) =>
      tell("INSERT INTO goal_closure VALUES (?, ?, 1)", ancestor, descendant),
  };
}

async function makeGoal(
  app: InProcess,
  override: Parameters<typeof aDraft>[0],
  issueKey: string | null,
) {
  const draft = aDraft({ owner: lee, rule: "count", ...override });
  const { goalId } = valueOf(await createGoal(app.as(lee), { key: newKey(), goal: draft }));
  if (issueKey === null) return goalId;
  const link = { key: newKey(), goalId, issueKey, descendants: true };
  valueOf(await linkIssue(app.as(lee), link));
  return goalId;
}
