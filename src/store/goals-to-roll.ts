import * as z from "zod/mini";
import { compareIds } from "../domain/compare-ids";
import { grouped } from "../domain/grouped";
import type { CountingRule } from "../domain/rule";
import type { GoalsToRoll, RollStore } from "../use-cases/sync/roll-ports";
import type { Database } from "./database";
import { id, int, oneOf } from "./decoders";
import { inHalves } from "./in-halves";
import { summedCell, summedCellAsRolled, type SummedCell } from "./scope-cells";
import { leafDraw, type LeafDraw } from "./scope-draws";
import { scopeInParts, type ScopeInParts } from "./scope-in-parts";
import { summaryAsRolled, summaryOf, type Told } from "./scope-summaries";
import { asRolledParts, rollParts, rollSql } from "./sql/roll-sql";
import { chunksOf, idsPerStatement } from "./statement";
import { StoreRefused } from "./store-refused";
import { partOf, unionRow, type UnionRow } from "./union";
import { idValue, instantValue } from "./values";

/** Goals whose numbers are to be computed, and what their scopes amount to. */
export function rollStore(database: Database, issuesPerPart?: number): RollStore {
  const inParts = scopeInParts(database, issuesPerPart);
  return {
    goalsToRoll: (after, options) => goalsToRoll(database, after, { ...options, inParts }),
    summariesAsRolled: async (goals) => {
      const rows = await rowsAsRolled(database, goals, inParts);
      const cells = partOf(rows, "cell", summedCellAsRolled);
      return summarized(goals, cells, partOf(rows, "draw", leafDraw), summaryAsRolled);
    },
  };
}

/** Where the answer, the memory or the time of a statement is exceeded after all, a quarter is read, down to one goal in parts. */
async function goalsToRoll(
  database: Database,
  after: string,
  options: { readonly asOf: Date; readonly count: number; readonly inParts: ScopeInParts },
): Promise<GoalsToRoll> {
  const { asOf, inParts } = options;
  const next = [instantValue(asOf), idValue(after)];
  const values = [idValue(after), ...next, ...next];
  for (let { count } = options; count > 0; count = count === 1 ? 0 : Math.ceil(count / 4)) {
    try {
      return readFrom(await database.rows(rollSql.dirty(count), values, rollRow), count);
    } catch (error) {
      if (!(error instanceof StoreRefused)) throw error;
    }
  }
  const rows = await database.rows(rollSql.dirty(0), values, rollRow);
  const [first] = listedIn(rows);
  const parts = first === undefined ? [] : await inParts(first.goal.id, asOf);
  return readFrom([...rows, ...parts], 1);
}

const rollRow = unionRow(rollParts);

function readFrom(rows: readonly UnionRow[], count: number): GoalsToRoll {
  const listed = listedIn(rows);
  const taken = listed.slice(0, count);
  const goals = taken.map(({ goal }) => goal);
  const cells = partOf(rows, "cell", summedCell);
  const summaries = summarized(goals, cells, partOf(rows, "draw", leafDraw), summaryOf);
  return {
    goals: taken.flatMap((toRoll) => {
      const summary = summaries.get(toRoll.goal.id);
      return summary === undefined ? [] : [{ toRoll, summary }];
    }),
    nextEfforts: listed.slice(count).map(({ effort }) => effort),
  };
}

const listedIn = (rows: readonly UnionRow[]) =>
  partOf(rows, "goal", goalToRoll).toSorted((a, b) => compareIds(a.goal.id, b.goal.id));

type Goals = readonly { readonly id: string; readonly rule: CountingRule }[];

const asRolledRow = unionRow(asRolledParts);

async function rowsAsRolled(
  database: Database,
  goals: Goals,
  inParts: ScopeInParts,
): Promise<readonly UnionRow[]> {
  const rows: UnionRow[] = [];
  const read = (ids: readonly string[]) => {
    const values = ids.map(idValue);
    return database.rows(rollSql.asRolled(ids.length), [...values, ...values], asRolledRow);
  };
  for (const ids of chunksOf(
    goals.map(({ id: goalId }) => goalId),
    idsPerStatement,
  )) {
    for (const row of await inHalves(ids, read, (goalId) => inParts(goalId, null))) rows.push(row);
  }
  return rows;
}

function summarized<Cell extends SummedCell, S>(
  goals: Goals,
  cells: readonly Cell[],
  draws: readonly LeafDraw[],
  summaryFrom: (rule: CountingRule, told: Told<Cell>) => S,
): ReadonlyMap<string, S> {
  const cellsOf = grouped(cells, ({ goalId }) => goalId);
  const drawsOf = grouped(draws, ({ goalId }) => goalId);
  return new Map(
    goals.map(({ id: goalId, rule }) => {
      const told = { cells: cellsOf.get(goalId) ?? [], draws: drawsOf.get(goalId) ?? [] };
      return [goalId, summaryFrom(rule, told)];
    }),
  );
}

const goalToRoll = z.pipe(
  z.object({
    goal_id: id,
    sequence: int,
    to_place: z.nullable(int),
    weighted_parent_id: z.nullable(id),
    rule: oneOf(["count", "points", "time"]),
    rule_version: int,
    weight_and_flags: int,
    effort: int,
  }),
  z.transform((columns) => ({
    goal: {
      id: columns.goal_id,
      weightedParentId: columns.weighted_parent_id,
      rule: columns.rule,
      ruleVersion: columns.rule_version,
      combine: columns.weight_and_flags % 4 > 1 ? ("weighted" as const) : ("union" as const),
      countSubTasks: columns.weight_and_flags % 2 === 1,
      ownWeight: Math.floor(columns.weight_and_flags / 4),
    },
    sequence: columns.sequence,
    toPlace: columns.to_place,
    effort: columns.effort,
  })),
);
