import * as z from "zod/mini";
import type { HistogramCell } from "../domain/histogram";
import type { CountingRule } from "../domain/rule";
import type { SpreadCell } from "../domain/spread-cell";
import type { ScopeRow } from "../use-cases/store-ports";
import { flag, id, instant, int, oneOf, points } from "./decoders";
import { categories, categoryValue } from "./facts";
import { fingerprintOf } from "./fingerprint";
import type { Value } from "./statement";
import { flagValue, idValue, instantOrNull, secondsOrNull, thousandthsOrNull } from "./values";

/** Roles in the order of their numbers in the store; statements name the first two as those that count. */
const roles = ["leaf", "empty-container", "folded", "container"] as const;

/** A scope row's columns after its goal, the fingerprint of all the others last. */
export function scopeValues(row: ScopeRow): readonly Value[] {
  const { item } = row;
  const values = [
    idValue(item.id),
    roles.indexOf(row.role),
    categoryValue(item.category),
    flagValue(row.dropped),
    instantOrNull(row.settleAt),
    instantOrNull(item.doneSince),
    item.openSubTasks,
    idValue(item.projectId),
    idValue(item.typeId),
    item.level,
    thousandthsOrNull(item.points),
    secondsOrNull(item.estimateSeconds),
    secondsOrNull(item.subTaskEstimateSeconds),
    flagValue(row.secured),
  ];
  return [...values, fingerprintOf(values)];
}

/** Changes whenever what is written of a row does. */
export const printOf = (row: ScopeRow): number => Number(scopeValues(row).at(-1));

/** The same of a row that left the scope: it says when, and no more. */
export const goneValues = (at: Date): readonly Value[] => [
  ...[0, 0, 0, null, at.getTime(), 0, 0, 0, 0, null, null, null, 0, 0],
  1,
];

const leafColumns = z.object({
  issue_id: id,
  role: oneOf(roles),
  category: oneOf(categories),
  dropped: flag,
  settle_ms: z.nullable(instant),
  done_ms: z.nullable(instant),
  open_sub_tasks: int,
  project_id: id,
  type_id: id,
  level: int,
  points_m: z.nullable(points),
  estimate_s: z.nullable(int),
  sub_estimate_s: z.nullable(int),
  secured: flag,
  issue_key: z.string(),
  parent_id: z.nullable(id),
  resolution: z.nullable(z.string()),
  has_children: flag,
  sub_task_ids: z.string(),
});

/** A leaf as it was placed; key, parent and resolution as last read. */
export const leafRecord = z.pipe(leafColumns, z.transform(scopeRowOf));

function scopeRowOf(columns: z.output<typeof leafColumns>): ScopeRow {
  return {
    item: {
      id: columns.issue_id,
      projectId: columns.project_id,
      typeId: columns.type_id,
      level: columns.level,
      parentId: columns.parent_id,
      category: columns.category,
      resolution: columns.resolution,
      doneSince: columns.done_ms,
      points: columns.points_m,
      estimateSeconds: columns.estimate_s,
      subTaskEstimateSeconds: columns.sub_estimate_s,
      openSubTasks: columns.open_sub_tasks,
      hasSubTasks: columns.sub_task_ids !== "",
      hasChildren: columns.has_children,
    },
    key: columns.issue_key,
    role: columns.role,
    dropped: columns.dropped,
    settleAt: columns.settle_ms,
    secured: columns.secured,
  };
}

const groupRow = z.object({
  role: oneOf(roles),
  category: oneOf(categories),
  dropped: flag,
  settled: flag,
  open_sub_task: flag,
  project_id: id,
  type_id: id,
  level: int,
  n: int,
});

const groupOf = (columns: z.output<typeof groupRow>) => ({
  role: columns.role,
  category: columns.category,
  dropped: columns.dropped,
  settled: columns.settled,
  openSubTask: columns.open_sub_task,
  projectId: columns.project_id,
  typeId: columns.type_id,
  level: columns.level,
  n: columns.n,
});

const cellRow = z.extend(groupRow, { size: z.nullable(int) });

/** A histogram cell under a rule: the store keeps points in thousandths. */
export const cellRecord = (rule: CountingRule) =>
  z.pipe(
    cellRow,
    z.transform(({ size, ...columns }): HistogramCell => ({
      ...groupOf(columns),
      size: size !== null && rule === "points" ? size / 1000 : size,
    })),
  );

/** Issues that differ in size only: whether they have one under the goal's rule, and sums under every rule. */
export const summedRow = z.extend(groupRow, {
  sized: flag,
  points_n: int,
  points_sum_m: int,
  time_n: int,
  time_sum_s: int,
});
type SummedRow = z.output<typeof summedRow>;

/** As the rules of the spread see them. */
export const spreadCellOf = (columns: SummedRow): SpreadCell => ({
  ...groupOf(columns),
  points: { n: columns.points_n, thousandths: columns.points_sum_m },
  time: { n: columns.time_n, thousandths: columns.time_sum_s * 1000 },
});

/** As one cell of the histogram under a rule. */
export function summedCellOf(rule: CountingRule, columns: SummedRow): HistogramCell {
  if (!columns.sized) return { ...groupOf(columns), size: null };
  const thousandths = {
    count: columns.n * 1000,
    points: columns.points_sum_m,
    time: columns.time_sum_s * 1000,
  }[rule];
  return { ...groupOf(columns), size: thousandths / columns.n / 1000, thousandths };
}
