import * as z from "zod/mini";
import type { GoalToRoll } from "../use-cases/sync/sync-ports";
import type { Database } from "./database";
import { flag, id, instant, int } from "./decoders";
import { cellColumns, cellOf, spreadCellOf, spreadColumns } from "./scope-rows";
import { rollSql } from "./sql/roll-sql";
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
  z.object({
    ...goalColumns,
    ...cellColumns,
    ...spreadColumns,
    next_settle_ms: z.nullable(instant),
    secured: int,
  }),
  z.object({ ...goalColumns, role: z.null() }),
]);
type Row = z.output<typeof row>;

/** Goals to roll in one statement; a goal whose scope is empty has no cell. */
export async function goalsToRoll(
  database: Database,
  asOf: Date,
  limit: number,
): Promise<readonly GoalToRoll[]> {
  const at = instantValue(asOf);
  const rows = await database.rows(rollSql.dirty(limit), [at, at], row);
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
    cells: filled.map((each) => cellOf(first.rule, each)),
    spreadCells: filled.map((each) => spreadCellOf(first.rule, each)),
    leavesByProject,
    nextSettleAt: settling.length === 0 ? null : new Date(Math.min(...settling)),
    secured: counting.reduce((sum, { secured }) => sum + secured, 0),
  };
}
