import { subDays } from "date-fns";
import * as z from "zod/mini";
import type { GoalLink } from "../domain/goal";
import type { ClaimedIssue, DrainBeginning } from "../use-cases/sync/sync-ports";
import type { Database } from "./database";
import { id, ids, instant, int } from "./decoders";
import { linkOf, linkRecord, sharedColumns } from "./links";
import { pointsKeys, pointsLeft } from "./points";
import { instantOf } from "./sequence";
import { settingsAmong, settingsKey } from "./settings";
import { drainParts, drainSql, fewParts } from "./sql/drain-sql";
import { StoreRefused } from "./store-refused";
import { partOf, unionRow, type UnionRow } from "./union";
import { idValue, instantValue } from "./values";

const claimedRow = z.object({
  issue_id: id,
  sequence: int,
  hint_ms: int,
  tries: int,
  parent_id: z.nullable(id),
  known_level: z.nullable(int),
  known_ms: z.nullable(instant),
  parent_level: z.nullable(int),
  grandparent_id: z.nullable(id),
  sub_task_ids: ids,
  parent_sub_task_ids: ids,
  named_by: ids,
});
/** An issue and a link that brings it; without a kind when none does. */
const memberRow = z.discriminatedUnion("kind", [
  z.object({ ...sharedColumns, member_id: id, kind: z.literal("issue"), issue_id: id }),
  z.object({ member_id: id, id, kind: z.literal("rule") }),
  z.object({ kind: z.literal(null) }),
]);
const projectRow = z.object({ project_id: id, project_key: z.string() });
const stateRow = z.object({ k: z.string(), v: z.string(), version: int });

/** Every project is read daily; a key of which nothing was read so long may be another's. */
const keysLastDays = 2;

/** All that whoever holds the lease needs before asking Jira: one statement, or two where it has very many links. */
export async function beginDrain(
  database: Database,
  lease: string,
  now: Date,
): Promise<DrainBeginning> {
  const holder = idValue(lease);
  const few = [holder, settingsKey, ...Object.values(pointsKeys(now))];
  try {
    const keysSince = instantValue(subDays(now, keysLastDays));
    const values = [...few, holder, holder, holder, keysSince];
    const rows = await database.rows(drainSql.begin, values, unionRow(drainParts));
    return { ...fewOf(rows, now), ...linksOf(rows) };
  } catch (error) {
    if (!(error instanceof StoreRefused)) throw error;
    const rows = await database.rows(drainSql.beginWithoutLinks, few, unionRow(fewParts));
    return { ...fewOf(rows, now), links: null, rules: null, projectOfKey: new Map() };
  }
}

function fewOf(
  rows: readonly UnionRow[],
  now: Date,
): Pick<DrainBeginning, "claimed" | "settings" | "points"> {
  const states = partOf(rows, "state", stateRow);
  return {
    claimed: partOf(rows, "issue", claimedRow).map(claimedOf),
    settings: settingsAmong(states),
    points: pointsLeft(states, now),
  };
}

function linksOf(
  rows: readonly UnionRow[],
): Pick<DrainBeginning, "links" | "rules" | "projectOfKey"> {
  const rules = partOf(rows, "rule", linkRecord);
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  const links = new Map<string, GoalLink[]>();
  for (const row of partOf(rows, "member", memberRow)) {
    if (row.kind === null) continue;
    const link = row.kind === "rule" ? known.get(row.id) : linkOf({ ...row, broken: null });
    if (link !== undefined) links.set(row.member_id, [...(links.get(row.member_id) ?? []), link]);
  }
  const projects = partOf(rows, "project", projectRow);
  const projectOfKey = new Map(
    projects.map((row) => [row.project_key.toLowerCase(), row.project_id]),
  );
  return { links, rules, projectOfKey };
}

function claimedOf(row: z.output<typeof claimedRow>): ClaimedIssue {
  const { known_level: level, known_ms: updatedAt } = row;
  return {
    issueId: row.issue_id,
    sequence: row.sequence,
    markedAt: instantOf(row.sequence),
    seenAt: row.hint_ms === 0 ? null : new Date(row.hint_ms),
    tries: row.tries,
    namedBy: row.named_by,
    before:
      level === null || updatedAt === null
        ? null
        : {
            parentId: row.parent_id,
            level,
            updatedAt,
            parentLevel: row.parent_level,
            grandparentId: row.grandparent_id,
            subTaskIds: row.sub_task_ids,
            parentSubTaskIds: row.parent_sub_task_ids,
          },
  };
}
