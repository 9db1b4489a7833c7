import { createDatabase, type Database } from "../../src/store/database";
import { rollStore } from "../../src/store/goals-to-roll";
import { StoreRefused } from "../../src/store/store-refused";
import type { ScopeRow } from "../../src/use-cases/store-ports";
import { aGoal } from "../build/goal";
import { anItem, asOf } from "../build/item";
import { aStoredRollup } from "../build/stored-rollup";
import { onEveryEngine } from "./on-every-engine";

/** Forge SQL if no answer had room for more rows than this. */
function tight(database: Database, most: number): Database {
  return {
    ...database,
    rows: async (statement, values, row) => {
      const rows = await database.rows(statement, values, row);
      if (rows.length > most) throw new StoreRefused(statement.name, "TOO_LARGE", null);
      return rows;
    },
  };
}

const days = (n: number) => new Date(asOf.getTime() + n * 86_400_000);

/** Every third is done, of these some are settled; all but every fourth have a security level. */
function leaf(n: number): ScopeRow {
  const isDone = n % 3 === 0;
  const item = anItem({
    id: String(1000 + n),
    projectId: n % 2 === 0 ? "10000" : "10001",
    category: isDone ? "done" : "new",
    doneSince: isDone ? days(-5) : null,
    points: n % 5 === 0 ? null : n,
  });
  const settleAt = isDone ? days(n % 2 === 0 ? -1 : n) : null;
  return {
    item,
    key: `SHOP-${String(n)}`,
    role: "leaf",
    dropped: false,
    settleAt,
    secured: n % 4 > 0,
  };
}

onEveryEngine((store) => {
  const leaves = Array.from({ length: 60 }, (_, n) => leaf(n));
  const whole = rollStore(createDatabase());
  const inParts = rollStore(tight(createDatabase(), 20), 7);
  const goals = [{ id: "7", rule: "points" }] as const;

  beforeAll(async () => {
    for (const id of ["5", "7", "9"]) {
      await store.goals.insert(aGoal({ id }));
      await store.scope.replaceScope(id, id === "7" ? leaves : leaves.slice(0, 2), 1, asOf);
    }
    const computedAt = days(4);
    await store.rollups.put(aStoredRollup({ goalId: "7", computedAt }), 0);
    await store.sync.markGoals(["5", "7", "9"]);
  });

  const sorted = (ids: Readonly<Record<string, readonly string[]>>) =>
    Object.fromEntries(Object.entries(ids).map(([id, all]) => [id, all.toSorted()]));
  const sums = <
    T extends Awaited<ReturnType<typeof whole.goalsToRoll>>["goals"][number]["summary"],
  >(
    summary: T | undefined,
  ) => {
    if (summary === undefined) throw new Error("no summary");
    const { cells, spreadCells, unsized, securedLeaves, effort, ...rest } = summary;
    const total = (all: readonly { readonly n: number }[]) =>
      all.reduce((sum, { n }) => sum + n, 0);
    const size = cells.reduce((sum, each) => sum + (each.size ?? 0) * each.n, 0);
    const settled = total(cells.filter(({ settled: isSettled }) => isSettled));
    const unsizedPoints = total(unsized.points);
    const counts = [total(cells), total(spreadCells), settled, unsizedPoints, Math.round(size)];
    return { ...rest, counts, isWide: effort > 40, securedLeaves: sorted(securedLeaves) };
  };

  it("rolls a goal whose scope exceeds an answer by itself, and those around it", async () => {
    const one = await whole.goalsToRoll("0", { asOf, count: 3 });
    const expected = new Map(one.goals.map(({ toRoll, summary }) => [toRoll.goal.id, summary]));
    const seen: string[] = [];
    for (let after = "0"; ;) {
      const { goals: next } = await inParts.goalsToRoll(after, { asOf, count: 9 });
      const [last] = next.slice(-1);
      if (last === undefined) break;
      for (const { toRoll, summary } of next) {
        seen.push(toRoll.goal.id);
        expect(sums(summary)).toEqual(sums(expected.get(toRoll.goal.id)));
      }
      after = last.toRoll.goal.id;
    }
    expect(seen).toEqual(["5", "7", "9"]);
    expect(Object.values(sums(expected.get("7")).securedLeaves).flat()).toHaveLength(45);
  });

  it("tells what such a goal's number was made from", async () => {
    const expected = sums((await whole.summariesAsRolled(goals)).get("7"));
    expect(sums((await inParts.summariesAsRolled(goals)).get("7"))).toEqual(expected);
    const now = await whole.goalsToRoll("5", { asOf, count: 1 });
    expect(expected.counts).not.toEqual(sums(now.goals[0]?.summary).counts);
  });
});
