import * as z from "zod/mini";
import type { CountingRule } from "../domain/rule";
import type { GoalsToRoll, RollStore } from "../use-cases/sync/roll-ports";
import type { Database } from "./database";
import { flag, id, int } from "./decoders";
import { inHalves } from "./in-halves";
import { summedCell, summedCellAsRolled } from "./scope-cells";
import { summaryAsRolled, summaryOf } from "./scope-summaries";
import { goalsListed, rollParts, rollSql } from "./sql/roll-sql";
import { chunksOf, idsPerStatement } from "./statement";
import { StoreRefused } from "./store-refused";
import { partOf, unionRow, type UnionRow } from "./union";
import { idValue, instantValue } from "./values";

/** Goals whose numbers are to be computed, and what their scopes amount to. */
export function rollStore(database: Database): RollStore {
  return {
    goalsToRoll: (after, options) => goalsToRoll(database, after, options),
    summariesAsRolled: async (goals) => {
      const read = (ids: readonly string[]) =>
        database.rows(rollSql.asRolled(ids.length), ids.map(idValue), summedCellAsRolled);
      return summarized(goals, await cellsOf(goals, read), summaryAsRolled);
    },
  };
}

/** Where the answer, the memory or the time of a statement is exceeded after all, a quarter is read, down to one goal. */
async function goalsToRoll(
  database: Database,
  after: string,
  { asOf, mostEffort }: { readonly asOf: Date; readonly mostEffort: number },
): Promise<GoalsToRoll> {
  const values = [idValue(after), instantValue(asOf), idValue(after)];
  for (let effort = mostEffort; ; effort = Math.floor(effort / 4)) {
    try {
      return readFrom(await database.rows(rollSql.dirty(effort), values, rollRow));
    } catch (error) {
      if (effort === 0 || !(error instanceof StoreRefused)) throw error;
    }
  }
}

const rollRow = unionRow(rollParts);

function readFrom(rows: readonly UnionRow[]): GoalsToRoll {
  const listed = partOf(rows, "goal", goalToRoll);
  const goals = listed.map(({ goal }) => goal);
  const summaries = summarized(goals, partOf(rows, "cell", summedCell), summaryOf);
  return {
    goals: listed.flatMap(({ more, ...toRoll }) => {
      const summary = summaries.get(toRoll.goal.id);
      return summary === undefined ? [] : [{ toRoll, summary }];
    }),
    more: listed.length === goalsListed || (listed.at(-1)?.more ?? false),
  };
}

type Goals = readonly { readonly id: string; readonly rule: CountingRule }[];

async function cellsOf<T>(
  goals: Goals,
  read: (ids: readonly string[]) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const cells: T[] = [];
  for (const ids of chunksOf(
    goals.map(({ id: goalId }) => goalId),
    idsPerStatement,
  )) {
    for (const cell of await inHalves(ids, read)) cells.push(cell);
  }
  return cells;
}

function summarized<T extends { readonly goalId: string }, S>(
  goals: Goals,
  cells: readonly T[],
  summaryFrom: (rule: CountingRule, cells: readonly T[]) => S,
): ReadonlyMap<string, S> {
  const byGoal = new Map<string, T[]>(goals.map(({ id: goalId }) => [goalId, []]));
  for (const cell of cells) byGoal.get(cell.goalId)?.push(cell);
  return new Map(
    goals.map(({ id: goalId, rule }) => [goalId, summaryFrom(rule, byGoal.get(goalId) ?? [])]),
  );
}

const goalToRoll = z.pipe(
  z.object({
    goal_id: id,
    sequence: int,
    to_place: z.nullable(int),
    weighted_parent_id: z.nullable(id),
    rule: z.enum(["count", "points", "time"]),
    rule_version: int,
    combine: z.enum(["union", "weighted"]),
    count_sub_tasks: flag,
    own_weight: int,
    more: flag,
  }),
  z.transform((columns) => ({
    goal: {
      id: columns.goal_id,
      weightedParentId: columns.weighted_parent_id,
      rule: columns.rule,
      ruleVersion: columns.rule_version,
      combine: columns.combine,
      countSubTasks: columns.count_sub_tasks,
      ownWeight: columns.own_weight,
    },
    sequence: columns.sequence,
    toPlace: columns.to_place,
    more: columns.more,
  })),
);
