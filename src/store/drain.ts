import * as z from "zod/mini";
import type { GoalLink } from "../domain/goal";
import type { ClaimedIssue, DrainBeginning } from "../use-cases/sync/sync-ports";
import type { Database } from "./database";
import { flag, id, instant, int } from "./decoders";
import { linkOf, linkRecord } from "./links";
import { pointsKeys, pointsLeft } from "./points";
import { instantOf } from "./sequence";
import { settingsAmong, settingsKey } from "./settings";
import { drainParts, drainSql, fewParts } from "./sql/drain-sql";
import { StoreRefused } from "./store-refused";
import { partOf, unionRow, type UnionRow } from "./union";
import { idValue } from "./values";

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
});
const linked = {
  member_id: id,
  id,
  goal_id: id,
  descendants: flag,
  created_by: z.string(),
  created_ms: instant,
  read_ms: z.nullable(instant),
};
const memberRow = z.discriminatedUnion("kind", [
  z.object({ ...linked, kind: z.literal("issue"), issue_id: id }),
  z.object({ ...linked, kind: z.literal("rule") }),
]);
const stateRow = z.object({ k: z.string(), v: z.string(), version: int });

/** All that whoever holds the lease needs before asking Jira: one statement, or two where it has very many links. */
export async function beginDrain(
  database: Database,
  lease: string,
  now: Date,
): Promise<DrainBeginning> {
  const holder = idValue(lease);
  const few = [holder, settingsKey, ...Object.values(pointsKeys(now))];
  try {
    const values = [...few, holder, holder, holder];
    const rows = await database.rows(drainSql.begin, values, unionRow(drainParts));
    return { ...fewOf(rows, now), ...linksOf(rows) };
  } catch (error) {
    if (!(error instanceof StoreRefused)) throw error;
    const rows = await database.rows(drainSql.beginWithoutLinks, few, unionRow(fewParts));
    return { ...fewOf(rows, now), links: null, rules: null };
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

function linksOf(rows: readonly UnionRow[]): Pick<DrainBeginning, "links" | "rules"> {
  const rules = partOf(rows, "rule", linkRecord);
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  const bringing = new Map<string, Map<string, GoalLink>>();
  const members = ["member", "parentMember", "grandparentMember"].flatMap((kind) =>
    partOf(rows, kind, memberRow),
  );
  for (const { member_id: memberId, ...row } of members) {
    const link = row.kind === "rule" ? known.get(row.id) : linkOf({ ...row, broken: null });
    if (link === undefined) continue;
    const own = bringing.get(memberId) ?? new Map<string, GoalLink>();
    bringing.set(memberId, own.set(link.id, link));
  }
  return {
    links: new Map([...bringing].map(([memberId, own]) => [memberId, [...own.values()]])),
    rules,
  };
}

function claimedOf(row: z.output<typeof claimedRow>): ClaimedIssue {
  const { known_level: level, known_ms: updatedAt } = row;
  return {
    issueId: row.issue_id,
    sequence: row.sequence,
    markedAt: instantOf(row.sequence),
    seenAt: row.hint_ms === 0 ? null : new Date(row.hint_ms),
    tries: row.tries,
    before:
      level === null || updatedAt === null
        ? null
        : {
            parentId: row.parent_id,
            level,
            updatedAt,
            parentLevel: row.parent_level,
            grandparentId: row.grandparent_id,
          },
  };
}
