import * as z from "zod/mini";
import type { GoalsToRoll, GoalToRoll } from "../use-cases/sync/sync-ports";
import type { Database } from "./database";
import { flag, id, instant, int } from "./decoders";
import { spreadCellOf, summedCellOf, summedRow } from "./scope-rows";
import { rollSql } from "./sql/roll-sql";
import { StoreRefused } from "./store-refused";
import { instantValue } from "./values";

const goalColumns = {
  goal_id: id,
  sequence: int,
  place_sequence: int,
  placed_sequence: int,
  weighted_parent_id: z.nullable(id),
  rule: z.enum(["count", "points", "time"]),
  rule_version: int,
  combine: z.enum(["union", "weighted"]),
  count_sub_tasks: flag,
  own_weight: int,
};

const row = z.union([
  z.extend(summedRow, {
    ...goalColumns,
    next_settle_ms: z.nullable(instant),
    secured: int,
  }),
  z.object({ ...goalColumns, role: z.null() }),
]);
type Row = z.output<typeof row>;

/**
 * Goals to roll in one statement; a goal whose scope is empty has no cell. Many goals with many cells exceed what an
 * answer, the memory or the time of a statement may be: then fewer are read.
 */
export async function goalsToRoll(
  database: Database,
  asOf: Date,
  most: number,
): Promise<GoalsToRoll> {
  const at = instantValue(asOf);
  for (let limit = most; ; limit = Math.ceil(limit / 4)) {
    try {
      const rows = await database.rows(rollSql.dirty(limit), [at, at], row);
      return { goals: goalsOf(rows), limit };
    } catch (error) {
      if (limit === 1 || !(error instanceof StoreRefused)) throw error;
    }
  }
}

function goalsOf(rows: readonly Row[]): readonly GoalToRoll[] {
  const byGoal = new Map<string, Row[]>();
  for (const each of rows) {
    const own = byGoal.get(each.goal_id);
    if (own === undefined) byGoal.set(each.goal_id, [each]);
    else own.push(each);
  }
  return [...byGoal.values()].flatMap((own) => (own[0] === undefined ? [] : [goalOf(own[0], own)]));
}

function goalOf(first: Row, rows: readonly Row[]): GoalToRoll {
  const filled = rows.flatMap((each) => (each.role === null ? [] : [each]));
  const counting = filled.filter(({ role }) => role === "leaf" || role === "empty-container");
  const leavesByProject: Record<string, number> = {};
  for (const { project_id: project, n } of counting) {
    leavesByProject[project] = (leavesByProject[project] ?? 0) + n;
  }
  const settling = counting.flatMap((each) => each.next_settle_ms?.getTime() ?? []);
  return {
    goal: {
      id: first.goal_id,
      weightedParentId: first.weighted_parent_id,
      rule: first.rule,
      ruleVersion: first.rule_version,
      combine: first.combine,
      countSubTasks: first.count_sub_tasks,
      ownWeight: first.own_weight,
    },
    sequence: first.sequence,
    toPlace: first.place_sequence > first.placed_sequence ? first.place_sequence : null,
    cells: filled.map((each) => summedCellOf(first.rule, each)),
    spreadCells: filled.map(spreadCellOf),
    leavesByProject,
    nextSettleAt: settling.length === 0 ? null : new Date(Math.min(...settling)),
    secured: counting.reduce((sum, { secured }) => sum + secured, 0),
  };
}
