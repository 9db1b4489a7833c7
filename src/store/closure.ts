import * as z from "zod/mini";
import { countsInParent } from "../domain/goal-states";
import type { Database } from "./database";
import { flag, goalState, id, int } from "./decoders";
import { closureSql } from "./sql/closure-sql";
import { chunksOf, rowsPerStatement } from "./statement";
import { idValue } from "./values";

/** Goal `descendant` counts in goal `ancestor`, so many levels up. */
type Pair = { readonly ancestor: string; readonly descendant: string; readonly depth: number };

const treeRow = z.object({
  id,
  parent_id: z.nullable(id),
  state: goalState,
  archived: flag,
});
type TreeGoal = z.output<typeof treeRow>;
const pairRow = z.object({ ancestor_id: id, descendant_id: id, depth: int });
const signatureRow = z.object({ goals: int, versions: int });

const pageSize = 10_000;
const attempts = 5;

/**
 * Derives the closure from the goals and writes what differs. A goal changed meanwhile makes it begin again, so that of
 * two rebuilds at once the last to finish has seen every change.
 */
export async function rebuildClosure(database: Database): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const before = await signature(database);
    await writeDifferences(database);
    if ((await signature(database)) === before) return;
  }
}

/** The goal itself and the ancestors that count it, nearest first. */
export async function countedIn(database: Database, goalId: string): Promise<readonly string[]> {
  const rows = await database.rows(
    closureSql.countedIn,
    [idValue(goalId)],
    z.object({ ancestor_id: id }),
  );
  return [...new Set([goalId, ...rows.map((row) => row.ancestor_id)])];
}

async function signature(database: Database): Promise<string> {
  const [row] = await database.rows(closureSql.signature, [], signatureRow);
  return JSON.stringify(row);
}

/** Goals in which others count than parents, states and archived marks say. */
export async function wronglyCounting(database: Database): Promise<readonly string[]> {
  const { goals, missing, surplus } = await differences(database);
  const wrong = new Set([...missing, ...surplus].map(({ ancestor }) => ancestor));
  return goals.flatMap(({ id: goalId }) => (wrong.has(goalId) ? [goalId] : []));
}

async function differences(database: Database) {
  const goals = await goalTree(database);
  const wanted = pairsOf(goals);
  const stored = new Map((await storedPairs(database)).map((pair) => [keyOf(pair), pair]));
  const wantedKeys = new Set(wanted.map(keyOf));
  const missing = wanted.filter((pair) => stored.get(keyOf(pair))?.depth !== pair.depth);
  const surplus = [...stored].filter(([key]) => !wantedKeys.has(key)).map(([, pair]) => pair);
  return { goals, missing, surplus };
}

async function writeDifferences(database: Database): Promise<void> {
  const { missing, surplus } = await differences(database);
  for (const chunk of chunksOf(missing, rowsPerStatement)) {
    const values = chunk.flatMap((pair) => [...idsOf(pair), pair.depth]);
    await database.write(closureSql.put(chunk.length), values);
  }
  for (const chunk of chunksOf(surplus, rowsPerStatement)) {
    await database.write(closureSql.remove(chunk.length), chunk.flatMap(idsOf));
  }
}

/** From each goal upwards for as long as the goal below counts in its parent. A loop ends where it began. */
function pairsOf(goals: readonly TreeGoal[]): readonly Pair[] {
  const byId = new Map(goals.map((goal) => [goal.id, goal]));
  return goals.flatMap((descendant) => {
    const pairs = new Map<string, Pair>();
    let current: TreeGoal | undefined = descendant;
    while (current !== undefined && !pairs.has(current.id)) {
      const depth = pairs.size;
      pairs.set(current.id, { ancestor: current.id, descendant: descendant.id, depth });
      current =
        countsInParent(current) && current.parent_id !== null
          ? byId.get(current.parent_id)
          : undefined;
    }
    return [...pairs.values()];
  });
}

async function goalTree(database: Database): Promise<readonly TreeGoal[]> {
  const goals: TreeGoal[] = [];
  for (;;) {
    const after = goals.at(-1)?.id ?? "0";
    const page = await database.rows(closureSql.tree(pageSize), [idValue(after)], treeRow);
    goals.push(...page);
    if (page.length < pageSize) return goals;
  }
}

/** Every pair of the closure as it is kept. */
export async function storedPairs(database: Database): Promise<readonly Pair[]> {
  const pairs: Pair[] = [];
  for (;;) {
    const last = pairs.at(-1);
    const [ancestor, descendant] = last === undefined ? [0, 0] : idsOf(last);
    const values = [ancestor, ancestor, descendant];
    const page = await database.rows(closureSql.stored(pageSize), values, pairRow);
    pairs.push(
      ...page.map((row) => ({
        ancestor: row.ancestor_id,
        descendant: row.descendant_id,
        depth: row.depth,
      })),
    );
    if (page.length < pageSize) return pairs;
  }
}

const keyOf = (pair: Pair) => `${pair.ancestor} ${pair.descendant}`;

function idsOf(pair: Pair): readonly [number, number] {
  return [idValue(pair.ancestor), idValue(pair.descendant)];
}
