import * as z from "zod/mini";
import type { KnownIssue, ReadingStore } from "../use-cases/sync/reading-ports";
import type { Database } from "./database";
import { flag, id, instant, int, isoInstant, json } from "./decoders";
import { passStore } from "./passes";
import { unfinishedKinds } from "./rollups";
import { goalsPerStatement, readingSql } from "./sql/reading-sql";
import { chunksOf, idsPerStatement, type ListStatement, rowsPerStatement } from "./statement";
import { idValue } from "./values";

const issue = z.object({ issue_id: id });
const own = z.object({ issue_id: id, parent_id: z.nullable(id) });
const known = z.object({
  issue_id: id,
  parent_id: z.nullable(id),
  gone: flag,
  synced_ms: instant,
});
const project = z.object({ project_id: id });
const refusal = z.object({ goal_id: id, broken: z.string() });
const waiting = z.object({
  goal_id: id,
  doc: json(z.object({ since: isoInstant })),
  links: int,
});

/** Which goals are to be read, and how far that has come. */
export function readingStore(database: Database): ReadingStore {
  const put = async (sql: ListStatement, readings: Parameters<ReadingStore["putReadings"]>[0]) => {
    for (const chunk of chunksOf(readings, rowsPerStatement)) {
      const values = chunk.flatMap((each) => [idValue(each.goalId), JSON.stringify(each.reading)]);
      await database.write(sql(chunk.length), values);
    }
  };
  return {
    ...passStore(database),
    ...factsFor(database),
    waiting: async () => {
      const rows = await database.rows(readingSql.waiting, unfinishedKinds, waiting);
      return rows.map(({ goal_id, doc, links }) => ({ goalId: goal_id, since: doc.since, links }));
    },
    putReadings: (readings) => put(readingSql.put, readings),
    putUnlessAsked: (readings) => put(readingSql.putUnlessAsked, readings),
    projectsOf: async (goalIds) => {
      const projects = new Set<string>();
      for (const ids of chunksOf(goalIds, goalsPerStatement)) {
        const sql = readingSql.projects(ids.length);
        const rows = await database.rows(sql, ids.map(idValue), project);
        for (const row of rows) projects.add(row.project_id);
      }
      return [...projects];
    },
    refusalsOf: async (goalIds) => {
      const byGoal = new Map<string, readonly string[]>();
      for (const ids of chunksOf(goalIds, goalsPerStatement)) {
        const sql = readingSql.refusals(ids.length);
        for (const { goal_id, broken } of await database.rows(sql, ids.map(idValue), refusal)) {
          byGoal.set(goal_id, [...(byGoal.get(goal_id) ?? []), broken]);
        }
      }
      return byGoal;
    },
    markCounting: async (goalIds) => {
      for (const ids of chunksOf(goalIds, rowsPerStatement)) {
        await database.write(readingSql.markCounting(ids.length), ids.map(idValue));
      }
    },
  };
}

type FactStore = Pick<ReadingStore, "knownAmong" | "childlessAmong" | "ownAfter">;

function factsFor(database: Database): FactStore {
  return {
    knownAmong: async (issueIds) => {
      const facts = new Map<string, KnownIssue>();
      for (const ids of chunksOf(issueIds, idsPerStatement)) {
        const rows = await database.rows(readingSql.known(ids.length), ids.map(idValue), known);
        for (const row of rows) {
          const fact = { parentId: row.parent_id, isGone: row.gone, readAt: row.synced_ms };
          facts.set(row.issue_id, fact);
        }
      }
      return facts;
    },
    childlessAmong: async (issueIds) => {
      const childless: string[] = [];
      for (const ids of chunksOf(issueIds, idsPerStatement)) {
        const sql = readingSql.childless(ids.length);
        const rows = await database.rows(sql, ids.map(idValue), issue);
        childless.push(...rows.map((row) => row.issue_id));
      }
      return childless;
    },
    ownAfter: async (goalId, after, limit) => {
      const values = [idValue(goalId), idValue(after)];
      const rows = await database.rows(readingSql.ownAfter(limit), values, own);
      return rows.map((row) => ({ issueId: row.issue_id, parentId: row.parent_id }));
    },
  };
}
