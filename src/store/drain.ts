import * as z from "zod/mini";
import type { GoalLink } from "../domain/goal";
import { defaultSettings } from "../domain/settings";
import type { ClaimedIssue, DrainBeginning } from "../use-cases/sync/sync-ports";
import type { Database } from "./database";
import { id, instant, int, json } from "./decoders";
import { linkRecord } from "./links";
import { pointsKeys, pointsLeft } from "./points";
import { instantOf } from "./sequence";
import { settings, settingsKey } from "./settings";
import { drainSql, rulesAtOnce } from "./sql/drain-sql";
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
});
const stateRow = z.object({ k: z.string(), v: z.string(), version: int });
const linkRow = z.pipe(
  z.looseObject({ member_id: z.nullable(id), linked_id: z.nullable(id) }),
  z.transform((columns) => ({ ...columns, issue_id: columns.linked_id })),
);

/** One row of the read that a drain begins with: an issue, a link or a state. */
const beginningRow = z.union([
  z.pipe(
    claimedRow,
    z.transform((row) => ({ kind: "issue" as const, claimed: claimedOf(row) })),
  ),
  z.pipe(
    stateRow,
    z.transform((state) => ({ kind: "state" as const, state })),
  ),
  z.pipe(
    linkRow,
    z.transform((row) => ({
      kind: "link" as const,
      memberId: row.member_id,
      link: z.parse(linkRecord, row),
    })),
  ),
]);

/** All that whoever holds the lease needs before asking Jira, in one statement. */
export async function beginDrain(
  database: Database,
  lease: string,
  now: Date,
): Promise<DrainBeginning> {
  const holder = idValue(lease);
  const values = [holder, holder, holder, settingsKey, ...Object.values(pointsKeys(now))];
  const rows = await database.rows(drainSql.begin, values, beginningRow);
  const states = rows.flatMap((row) => (row.kind === "state" ? [row.state] : []));
  const links = rows.flatMap((row) => (row.kind === "link" ? [row] : []));
  const rules = links.flatMap(({ memberId, link }) => (memberId === null ? [link] : []));
  const decided = states.find(({ k }) => k === settingsKey);
  return {
    claimed: rows.flatMap((row) => (row.kind === "issue" ? [row.claimed] : [])),
    links: byMember(links),
    rules: rules.length < rulesAtOnce ? rules : null,
    settings: decided === undefined ? defaultSettings : z.parse(json(settings), decided.v),
    points: pointsLeft(states, now),
  };
}

type MemberLink = { readonly memberId: string | null; readonly link: GoalLink };

function byMember(links: readonly MemberLink[]): ReadonlyMap<string, readonly GoalLink[]> {
  const bringing = new Map<string, GoalLink[]>();
  for (const { memberId, link } of links) {
    if (memberId !== null) bringing.set(memberId, [...(bringing.get(memberId) ?? []), link]);
  }
  return bringing;
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
        : { parentId: row.parent_id, level, updatedAt, parentLevel: row.parent_level },
  };
}
