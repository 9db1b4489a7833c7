import * as z from "zod/mini";
import type { Pass } from "../use-cases/sync/pass-ports";
import type { ReadingStore } from "../use-cases/sync/reading-ports";
import { passKey } from "../use-cases/sync/state-keys";
import type { Database } from "./database";
import { id, ids, int, isoInstant, json } from "./decoders";
import { linkRecord } from "./links";
import { goalsPerStatement, readingSql } from "./sql/reading-sql";
import { stateSql } from "./sql/state-sql";
import { chunksOf, idsPerStatement, rowsPerStatement, type ListStatement } from "./statement";
import { idValue, instantValue } from "./values";

type PassStore = Pick<
  ReadingStore,
  | "keptPass"
  | "keepPass"
  | "join"
  | "roots"
  | "takeRoots"
  | "rules"
  | "takeMatches"
  | "refuse"
  | "topLevel"
  | "parentsAt"
  | "takeChildren"
  | "unseen"
  | "dropUnseen"
  | "markRead"
  | "unsearched"
  | "counts"
>;

/** Of a state that nobody has written yet. */
const firstVersion = 1;

const after = z.string();
const pass: z.ZodMiniType<Pass> = z.object({
  number: z.number(),
  turn: z.string(),
  turns: z.number(),
  goals: z.array(z.object({ goalId: z.string(), since: isoInstant })),
  alone: z.array(z.string()),
  freshSince: isoInstant,
  at: z.discriminatedUnion("step", [
    z.object({ step: z.literal("join") }),
    z.object({ step: z.literal("roots"), after }),
    z.object({
      step: z.literal("rules"),
      after,
      open: z.nullable(z.object({ linkId: z.string(), from: z.string() })),
    }),
    z.object({
      step: z.literal("below"),
      level: z.number(),
      goals: z.number(),
      after,
      open: z.nullable(
        z.object({
          parentIds: z.array(z.string()),
          from: z.nullable(z.string()),
          searched: z.array(z.string()),
          found: z.array(z.string()),
          byGoal: z.array(z.tuple([z.string(), z.number()])),
        }),
      ),
    }),
    z.object({ step: z.literal("forget") }),
    z.object({ step: z.literal("know") }),
    z.object({ step: z.literal("scopes"), goals: z.number(), after }),
    z.object({ step: z.literal("numbers") }),
  ]),
});
const kept = z.object({ v: json(z.nullable(pass)), version: int });
const issue = z.object({ issue_id: id });
const parent = z.object({ issue_id: id, sub_task_ids: ids });
const counted = z.object({ goal_id: id, level: int, issues: int, parents: int, sub_tasks: int });

/** The pass under way, and what its links have brought so far. */
export function passStore(database: Database): PassStore {
  const ofGoals = async <T extends z.core.$ZodType>(
    sql: ListStatement,
    number: number,
    { goalIds, row }: { readonly goalIds: readonly string[]; readonly row: T },
  ): Promise<readonly z.output<T>[]> => {
    const found: z.output<T>[] = [];
    for (const ids of chunksOf(goalIds, goalsPerStatement)) {
      found.push(...(await database.rows(sql(ids.length), [number, ...ids.map(idValue)], row)));
    }
    return found;
  };
  const issuesOf = async (sql: ListStatement, number: number, goalIds: readonly string[]) => {
    const rows = await ofGoals(sql, number, { goalIds, row: issue });
    return [...new Set(rows.map((row) => row.issue_id))];
  };
  return {
    keptPass: async () => {
      const [row] = await database.rows(stateSql.read, [passKey], kept);
      return row === undefined
        ? { pass: null, version: firstVersion }
        : { pass: row.v, version: row.version };
    },
    keepPass: async (next, version, at) => {
      if (version === firstVersion) {
        await database.write(stateSql.begin, [passKey, instantValue(at)]);
      }
      const values = [JSON.stringify(next), instantValue(at), passKey, version];
      return database.write(stateSql.swap, values);
    },
    ...linksOf(database),
    topLevel: async (number, goalIds) => {
      const row = z.object({ level: z.nullable(int) });
      const tops = await ofGoals(readingSql.topLevel, number, { goalIds, row });
      const levels = tops.flatMap(({ level }) => level ?? []);
      return levels.length === 0 ? null : Math.max(...levels);
    },
    unseen: (number, goalIds) => issuesOf(readingSql.unseen, number, goalIds),
    dropUnseen: async (number, goalIds) => {
      for (const ids of chunksOf(goalIds, goalsPerStatement)) {
        await database.write(readingSql.dropUnseen(ids.length), [...ids.map(idValue), number]);
      }
    },
    unsearched: (number, goalIds) => issuesOf(readingSql.unsearched, number, goalIds),
    counts: async (number, goalIds) => {
      const rows = await ofGoals(readingSql.counts, number, { goalIds, row: counted });
      return rows.map(({ goal_id, sub_tasks, ...rest }) => ({
        ...rest,
        goalId: goal_id,
        subTasks: sub_tasks,
      }));
    },
  };
}

type OfLinks = Pick<
  PassStore,
  | "join"
  | "roots"
  | "takeRoots"
  | "rules"
  | "takeMatches"
  | "refuse"
  | "parentsAt"
  | "takeChildren"
  | "markRead"
>;

function linksOf(database: Database): OfLinks {
  return {
    join: async (number, goals) => {
      for (const chunk of chunksOf(goals, goalsPerStatement)) {
        const asked = chunk.flatMap(({ goalId, since }) => [idValue(goalId), instantValue(since)]);
        await database.write(readingSql.join(chunk.length), [number, number, ...asked]);
      }
    },
    roots: async (number, from, limit) => {
      const rows = await database.rows(readingSql.roots(limit), [number, idValue(from)], issue);
      return rows.map((row) => row.issue_id);
    },
    takeRoots: async (number, issueIds) => {
      if (issueIds === null) await database.write(readingSql.takeEveryRoot, [number]);
      for (const ids of chunksOf(issueIds ?? [], idsPerStatement)) {
        await database.write(readingSql.takeRoots(ids.length), [number, ...ids.map(idValue)]);
      }
    },
    rules: (number, from, limit) =>
      database.rows(readingSql.rules(limit), [number, idValue(from)], linkRecord),
    takeMatches: async (number, linkId, issueIds) => {
      for (const ids of chunksOf(issueIds, rowsPerStatement)) {
        const values = [...ids.map(idValue), idValue(linkId), number];
        await database.write(readingSql.takeMatches(ids.length), values);
      }
    },
    refuse: async (number, { linkId, message, at }) => {
      const values = [instantValue(at), message, idValue(linkId), number];
      await database.write(readingSql.refuse, values);
    },
    parentsAt: async (number, { goalId, level, after: from }, limit) => {
      const sql = level > 0 ? readingSql.containersAt : readingSql.withSubTasks;
      const values = [number, idValue(goalId), level, idValue(from)];
      const rows = await database.rows(sql(limit), values, parent);
      return rows.map((row) => ({
        issueId: row.issue_id,
        subTaskIds: row.sub_task_ids,
      }));
    },
    takeChildren: async (number, { ids: children, readSince }) => {
      for (const ids of chunksOf(children, rowsPerStatement)) {
        const values = [number, instantValue(readSince), ...ids.map(idValue)];
        await database.write(readingSql.takeChildren(ids.length), values);
      }
    },
    markRead: async (number, at) => {
      await database.write(readingSql.markRead, [instantValue(at), number]);
    },
  };
}
