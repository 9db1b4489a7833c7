import * as z from "zod/mini";
import type { ScopeRow } from "../use-cases/store-ports";
import { flag, id, instant, int, oneOf, points } from "./decoders";
import { categories, categoryValue } from "./facts";
import { fingerprintOf } from "./fingerprint";
import type { Value } from "./statement";
import { flagValue, idValue, instantOrNull, secondsOrNull, thousandthsOrNull } from "./values";

/** Roles in the order of their numbers in the store; statements name the first two as those that count. */
export const roles = ["leaf", "empty-container", "folded", "container"] as const;

/** A scope row's columns after its goal, the fingerprint of all the others last. */
export function scopeValues(row: Placed): readonly Value[] {
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
  return [...values, printOf(row)];
}

/**
 * Changes whenever what is written of a row does, but for the instant at which it settles: that changes for many rows
 * in one statement, when a project's settle time does.
 */
export function printOf({ item, role, dropped, secured }: Placed): number {
  return fingerprintOf([
    item.id,
    roles.indexOf(role),
    categoryValue(item.category),
    flagValue(dropped),
    instantOrNull(item.doneSince),
    item.openSubTasks,
    item.projectId,
    item.typeId,
    item.level,
    thousandthsOrNull(item.points),
    secondsOrNull(item.estimateSeconds),
    secondsOrNull(item.subTaskEstimateSeconds),
    flagValue(secured),
  ]);
}

type Placed = Omit<ScopeRow, "key">;

/** The lower half of the bits, so that sums over a scope stay whole numbers; sql/roll-sql.ts takes the same. */
export const shortPrintOf = (row: Placed): number => printOf(row) % 2 ** 32;

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
