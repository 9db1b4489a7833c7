import * as z from "zod/mini";
import type { ScopeRow, ScopeStore } from "../use-cases/store-ports";
import type { Database } from "./database";
import { id, instant, int } from "./decoders";
import { issueStore } from "./issues";
import { memberStore } from "./members";
import { placeStore } from "./placements";
import { cellRecord, leafRecord, printOf } from "./scope-rows";
import { issueSql } from "./sql/issue-sql";
import { scopeSql } from "./sql/scope-sql";
import { chunksOf, idsPerStatement } from "./statement";
import { idValue, instantValue } from "./values";

const printsPerPage = 20_000;
const securedPerPage = 20_000;
const dayMilliseconds = 86_400_000;

const counted = z.object({ n: int });
const projectLeaves = z.object({ project_id: id, n: int, next_settle_ms: z.nullable(instant) });
const goalShare = z.object({ goal_id: id, items: int, done: int });

/** Issues, their membership and their place in the scopes of goals. */
export function scopeStore(database: Database): ScopeStore {
  return {
    ...issueStore(database),
    ...memberStore(database),
    ...placeStore(database),
    replaceScope: (goalId, rows, stamp, now) =>
      replaceScope(database, { goalId, rows, stamp, now }),
    forgetGone: async (goalId, before) => {
      await database.write(scopeSql.forgetGone, [idValue(goalId), instantValue(before)]);
    },
    settleAnew: async (projectId, settleDays) => {
      const values = [settleDays * dayMilliseconds, idValue(projectId)];
      await database.write(scopeSql.settle, values);
    },
    goalsOf: (issueIds) => goalsOf(database, issueIds),
    histogram: (goalId, rule, asOf) =>
      database.rows(
        scopeSql.histogram[rule],
        [instantValue(asOf), idValue(goalId)],
        cellRecord(rule),
      ),
    leafSummary: async (goalId, asOf) => {
      const values = [instantValue(asOf), idValue(goalId)];
      const projects = await database.rows(scopeSql.leavesByProject, values, projectLeaves);
      const settling = projects.flatMap((row) => row.next_settle_ms?.getTime() ?? []);
      return {
        leavesByProject: Object.fromEntries(projects.map((row) => [row.project_id, row.n])),
        securedLeaves: await securedLeaves(database, goalId),
        nextSettleAt: settling.length === 0 ? null : new Date(Math.min(...settling)),
      };
    },
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
  const wanted = new Map(rows.map((row) => [row.item.id, { row, print: printOf(row) }]));
  const changed = [...wanted.values()].filter(
    ({ row, print }) => stored.get(row.item.id) !== print,
  );
  const places = changed.map(({ row }) => ({ goalId, issueId: row.item.id, stamp, row }));
  await placeStore(database).place(places, now);
  const surplus = [...stored.keys()].filter((issueId) => !wanted.has(issueId));
  for (const chunk of chunksOf(surplus, idsPerStatement)) {
    const values = [instantValue(now), stamp, goal, stamp, ...chunk.map(idValue)];
    await database.write(scopeSql.leave(chunk.length), values);
  }
  return changed.length + surplus.length;
}

/** Fingerprint of every stored scope row by issue. */
async function printsOf(database: Database, goal: number): Promise<ReadonlyMap<string, number>> {
  const prints = new Map<string, number>();
  for (let after = "0"; ;) {
    const page = await database.rows(
      scopeSql.prints(printsPerPage),
      [goal, idValue(after)],
      z.object({ issue_id: id, print: int }),
    );
    for (const row of page) prints.set(row.issue_id, row.print);
    if (page.length < printsPerPage) return prints;
    after = page.at(-1)?.issue_id ?? after;
  }
}

async function securedLeaves(
  database: Database,
  goalId: string,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const byProject: Record<string, string[]> = {};
  for (let after = "0"; ;) {
    const page = await database.rows(
      scopeSql.securedLeaves(securedPerPage),
      [idValue(goalId), idValue(after)],
      z.object({ project_id: id, issue_id: id }),
    );
    for (const row of page) (byProject[row.project_id] ??= []).push(row.issue_id);
    if (page.length < securedPerPage) return byProject;
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
