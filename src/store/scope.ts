import * as z from "zod/mini";
import type { ScopeRow, ScopeStore } from "../use-cases/store-ports";
import type { Database } from "./database";
import { id, int } from "./decoders";
import { issueStore } from "./issues";
import { memberStore } from "./members";
import { placeStore } from "./placements";
import { leafRecord, printOf } from "./scope-rows";
import { issueSql } from "./sql/issue-sql";
import { scopeSql } from "./sql/scope-sql";
import { chunksOf, idsPerStatement } from "./statement";
import { idValue, instantOrNull, instantValue } from "./values";

const printsPerPage = 20_000;
const dayMilliseconds = 86_400_000;

const counted = z.object({ n: int });
const goalShare = z.object({ goal_id: id, items: int, done: int });

/** Issues, their membership and their place in the scopes of goals. */
export function scopeStore(database: Database): ScopeStore {
  return {
    ...issueStore(database),
    ...memberStore(database),
    ...placeStore(database),
    replaceScope: (goalId, rows, stamp, now) =>
      replaceScope(database, { goalId, rows, stamp, now }),
    settleAnew: (projectId, settleDays) => settleAnew(database, idValue(projectId), settleDays),
    goalsOf: (issueIds) => goalsOf(database, issueIds),
    leaves: (goalId, after, limit) => {
      const values = [idValue(goalId), idValue(after ?? "0")];
      return database.rows(scopeSql.leaves(limit), values, leafRecord);
    },
    goalsOfProject: async (projectId) => {
      const rows = await database.rows(scopeSql.goalsOfProject, [idValue(projectId)], goalShare);
      return rows.map((row) => ({ goalId: row.goal_id, items: row.items, done: row.done }));
    },
    servingOfProject: async (projectId) => {
      const rows = await database.rows(scopeSql.servingOfProject, [idValue(projectId)], counted);
      return rows[0]?.n ?? 0;
    },
  };
}

/** Places of one statement: a project that every goal counts has a million. */
const placesPerRange = 20_000;
const lastPlace = { goal_id: Number.MAX_SAFE_INTEGER, issue_id: Number.MAX_SAFE_INTEGER };
const placeRow = z.object({ goal_id: int, issue_id: int });

async function settleAnew(database: Database, project: number, settleDays: number): Promise<void> {
  const wait = settleDays * dayMilliseconds;
  for (let from = { goal_id: 0, issue_id: 0 }; from.goal_id < lastPlace.goal_id;) {
    const values = [project, from.goal_id, from.goal_id, from.issue_id];
    const further = await database.rows(scopeSql.placeFurther(placesPerRange), values, placeRow);
    const to = further[0] ?? lastPlace;
    const begin = [from.goal_id, from.goal_id, from.goal_id, from.issue_id];
    const end = [to.goal_id, to.goal_id, to.goal_id, to.issue_id];
    await database.write(scopeSql.settle, [wait, project, ...begin, ...end, wait]);
    from = to;
  }
}

type Replacement = {
  readonly goalId: string;
  readonly rows: readonly ScopeRow[];
  readonly stamp: number;
  readonly now: Date;
};

/** Writes the rows that differ from what is stored; those that are no longer in scope leave. */
async function replaceScope(database: Database, replacement: Replacement): Promise<number> {
  const { goalId, rows, stamp, now } = replacement;
  const goal = idValue(goalId);
  const stored = await printsOf(database, goal);
  const wanted = new Map(rows.map((row) => [row.item.id, row]));
  const changed = [...wanted.values()].filter((row) => stored.get(row.item.id) !== saidOf(row));
  const places = changed.map((row) => ({ goalId, issueId: row.item.id, stamp, row }));
  await placeStore(database).place(places, now);
  const surplus = [...stored.keys()].filter((issueId) => !wanted.has(issueId));
  for (const chunk of chunksOf(surplus, idsPerStatement)) {
    const values = [instantValue(now), stamp, goal, stamp, ...chunk.map(idValue)];
    await database.write(scopeSql.leave(chunk.length), values);
  }
  return changed.length + surplus.length;
}

/** All that a scope row says of its issue, as one text. */
const saidOf = (row: ScopeRow) => `${String(printOf(row))} ${String(instantOrNull(row.settleAt))}`;

/** The same of every stored scope row, by issue. */
async function printsOf(database: Database, goal: number): Promise<ReadonlyMap<string, string>> {
  const prints = new Map<string, string>();
  for (let after = "0"; ;) {
    const page = await database.rows(
      scopeSql.prints(printsPerPage),
      [goal, idValue(after)],
      z.object({ issue_id: id, print: int, settle_ms: z.nullable(int) }),
    );
    for (const row of page) {
      prints.set(row.issue_id, `${String(row.print)} ${String(row.settle_ms)}`);
    }
    if (page.length < printsPerPage) return prints;
    after = page.at(-1)?.issue_id ?? after;
  }
}

async function goalsOf(
  database: Database,
  issueIds: readonly string[],
): Promise<readonly string[]> {
  const goals = new Set<string>();
  for (const ids of chunksOf(issueIds, idsPerStatement)) {
    const rows = await database.rows(
      issueSql.goals(ids.length),
      ids.map(idValue),
      z.object({ goal_id: id }),
    );
    for (const row of rows) goals.add(row.goal_id);
  }
  return [...goals];
}
