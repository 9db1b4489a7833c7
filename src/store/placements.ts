import * as z from "zod/mini";
import type { PlacedRow, Placement, PlaceStore } from "../use-cases/sync/sync-ports";
import type { Database } from "./database";
import { flag, id, int } from "./decoders";
import { factRow, readIssueOf } from "./facts";
import { goneValues, scopeValues } from "./scope-rows";
import { placeSql } from "./sql/place-sql";
import { rollSql } from "./sql/roll-sql";
import { scopeSql } from "./sql/scope-sql";
import { chunksOf, rowsPerStatement, type Value } from "./statement";
import { idValue } from "./values";

const shared = {
  goal_id: id,
  placed_id: id,
  member: flag,
  child_id: z.nullable(id),
  sub_task_id: z.nullable(id),
  parent_in: flag,
  rule: z.enum(["count", "points", "time"]),
  count_sub_tasks: flag,
  stamp: z.nullable(int),
};
const known = z.object({
  ...shared,
  ...factRow.shape,
  sub_tasks: z.nullable(int),
  sub_open: z.nullable(int),
  sub_estimate_s: z.nullable(int),
  issues: z.nullable(int),
  sub_synced_ms: z.nullable(int),
  days: z.nullable(int),
});
const placementRow = z.union([known, z.object({ ...shared, issue_id: z.null() })]);

/** Issues of one statement: its answer has a row for each of their goals. */
const issuesPerStatement = 150;
/** Eighteen values a row. */
const placesPerStatement = 400;

type Places = Pick<PlaceStore, "placements" | "place" | "securedLeavesOf">;

/** Where issues stand in the scopes of goals. */
export function placeStore(database: Database): Places {
  return {
    placements: async (issueIds) => {
      const placements: Placement[] = [];
      for (const chunk of chunksOf([...new Set(issueIds)], issuesPerStatement)) {
        const ids = chunk.map(idValue);
        const values = [...ids, ...ids, ...ids, ...ids, ...ids];
        const rows = await database.rows(placeSql.inputs(ids.length), values, placementRow);
        placements.push(...rows.map(placementOf));
      }
      return placements;
    },
    place: async (rows, now) => {
      for (const chunk of chunksOf(rows, placesPerStatement)) {
        const values = chunk.flatMap((each) => valuesOf(each, now));
        await database.write(scopeSql.put(chunk.length), values);
      }
    },
    securedLeavesOf: async (goalIds) => {
      const secured = new Map<string, Record<string, string[]>>();
      for (const chunk of chunksOf(goalIds, rowsPerStatement)) {
        const ids = chunk.map(idValue);
        for (const row of await database.rows(rollSql.securedLeaves(ids.length), ids, leaf)) {
          const ofGoal = secured.get(row.goal_id) ?? {};
          (ofGoal[row.project_id] ??= []).push(row.issue_id);
          secured.set(row.goal_id, ofGoal);
        }
      }
      return secured;
    },
  };
}

const leaf = z.object({ goal_id: id, project_id: id, issue_id: id });

function placementOf(row: z.output<typeof placementRow>): Placement {
  const place = {
    goalId: row.goal_id,
    issueId: row.placed_id,
    stamp: row.stamp ?? 0,
    rule: row.rule,
    countSubTasks: row.count_sub_tasks,
    childId: row.child_id,
    subTaskId: row.sub_task_id,
    parentIn: row.parent_in,
  };
  if (row.issue_id === null) return { ...place, issue: null, settleDays: null };
  const children = {
    sub_tasks: row.sub_tasks ?? 0,
    open_sub_tasks: row.sub_open ?? 0,
    sub_estimate_s: row.sub_estimate_s,
    issues: row.issues ?? 0,
    sub_synced_ms: row.sub_synced_ms ?? 0,
  };
  const issue = row.member ? readIssueOf(row, children) : null;
  return { ...place, issue, settleDays: row.days };
}

function valuesOf({ goalId, issueId, stamp, row }: PlacedRow, now: Date): readonly Value[] {
  const goal = idValue(goalId);
  if (row === null) return [goal, idValue(issueId), ...goneValues(now), stamp];
  return [goal, ...scopeValues(row), 0, stamp];
}
