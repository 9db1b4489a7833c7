import * as z from "zod/mini";
import type { Goal } from "../domain/goal";
import type { GoalReading, GoalRow, StoredRollup } from "../use-cases/store-ports";
import { day, flag, goalState, id, instant, int, isoInstant, json, valuesByKey } from "./decoders";

const goalColumns = {
  id,
  parent_id: z.nullable(id),
  title: z.string(),
  why: z.string(),
  owner: z.nullable(z.string()),
  state: goalState,
  rule: z.enum(["count", "points", "time"]),
  count_sub_tasks: flag,
  combine: z.enum(["union", "weighted"]),
  weight: int,
  own_weight: int,
  start_day: z.nullable(day),
  target_day: z.nullable(day),
  archived: flag,
  version: int,
  rule_version: int,
  created_by: z.string(),
  created_ms: instant,
  updated_ms: instant,
};

const classTotal = z.object({ count: z.number(), size: z.nullable(z.number()) });

const progress = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("value"), headline: z.number(), low: z.number(), high: z.number() }),
  z.object({
    kind: z.literal("none"),
    why: z.enum(["no-work", "all-dropped", "no-size", "too-few-sized"]),
  }),
]);

export const storedRollup: z.ZodMiniType<StoredRollup> = z.object({
  goalId: z.string(),
  rollup: z.object({
    rule: z.enum(["count", "points", "time"]),
    progress,
    classes: z.object({
      confirmed: classTotal,
      claimed: classTotal,
      active: classTotal,
      todo: classTotal,
      dropped: classTotal,
    }),
    unsized: z.number(),
    total: z.nullable(z.number()),
  }),
  weighted: z.nullable(z.object({ own: z.nullable(progress) })),
  spread: z.nullable(
    z.object({ lowest: z.number(), highest: z.number(), dependsOnRule: z.boolean() }),
  ),
  ruleVersion: z.number(),
  computedAt: isoInstant,
  leavesByProject: valuesByKey(z.number()),
  securedLeaves: valuesByKey(z.array(z.string())),
  poolVersions: valuesByKey(z.string()),
  nextSettleAt: z.nullable(isoInstant),
});

export const goalReading: z.ZodMiniType<GoalReading> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("queued"), since: isoInstant }),
  z.object({
    kind: z.literal("reading"),
    read: z.number(),
    about: z.nullable(z.number()),
    since: isoInstant,
  }),
  z.object({ kind: z.literal("complete"), at: isoInstant }),
  z.object({ kind: z.literal("broken"), detail: z.string(), at: isoInstant }),
]);

const goalColumnsRow = z.object(goalColumns);

const rowColumns = {
  ...goalColumns,
  rollup_doc: z.nullable(json(storedRollup)),
  reading_doc: z.nullable(json(goalReading)),
  below: z.nullable(int),
};
const rowColumnsRow = z.object(rowColumns);

/** A goal as its columns hold it. */
export const goalRecord = z.pipe(goalColumnsRow, z.transform(goalOf));

/** A goal with its rollup and the state of its reading. */
export const goalRowRecord = z.pipe(rowColumnsRow, z.transform(goalRowOf));

/** One row of the gadget's statement: the goal, a project of the viewer, or a state of the sync. */
export const viewerRecord = z.union([
  z.pipe(
    z.object({ ...rowColumns, project_id: z.literal(null), k: z.literal(null) }),
    z.transform((columns) => ({ kind: "goal" as const, row: goalRowOf(columns) })),
  ),
  z.pipe(
    z.object({ id: z.literal(null), project_id: id, may: flag }),
    z.transform((columns) => ({
      kind: "project" as const,
      projectId: columns.project_id,
      may: columns.may,
    })),
  ),
  z.pipe(
    z.object({ id: z.literal(null), k: z.string(), v: z.string(), state_version: int }),
    z.transform(({ k, v, state_version }) => ({
      kind: "state" as const,
      state: { k, v, version: state_version },
    })),
  ),
]);

function goalOf(columns: z.output<typeof goalColumnsRow>): Goal {
  return {
    id: columns.id,
    parentId: columns.parent_id,
    title: columns.title,
    why: columns.why,
    owner: columns.owner,
    state: columns.state,
    rule: columns.rule,
    countSubTasks: columns.count_sub_tasks,
    combine: columns.combine,
    weight: columns.weight,
    ownWeight: columns.own_weight,
    startDay: columns.start_day,
    targetDay: columns.target_day,
    archived: columns.archived,
    version: columns.version,
    ruleVersion: columns.rule_version,
    createdBy: columns.created_by,
    createdAt: columns.created_ms,
    updatedAt: columns.updated_ms,
  };
}

function goalRowOf(columns: z.output<typeof rowColumnsRow>): GoalRow {
  return {
    goal: goalOf(columns),
    rollup: columns.rollup_doc,
    reading: columns.reading_doc,
    below: belowKinds[columns.below ?? 0] ?? null,
  };
}

/** As the statement numbers them. */
const belowKinds = [null, "broken", "underway"] as const;
