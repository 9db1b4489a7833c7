import * as z from "zod/mini";
import { readingKey } from "../use-cases/sync/state-keys";
import type { Checkpoint, ReadingStore } from "../use-cases/sync/reading-ports";
import type { Database } from "./database";
import { id, int, isoInstant, json } from "./decoders";
import { linkSql } from "./sql/link-sql";
import { stateSql } from "./sql/state-sql";
import { idValue, instantValue } from "./values";

const checkpoint: z.ZodMiniType<Checkpoint> = z.object({
  sweep: z.number(),
  since: isoInstant,
  level: z.nullable(z.number()),
  after: z.string(),
});
const kept = z.object({ v: json(checkpoint), version: int });
const issue = z.object({ issue_id: id });
const own = z.object({ issue_id: id, parent_id: z.nullable(id) });
const seen = z.object({ issue_id: id, sub_task_ids: z.string() });

/** How far readings of links have come, and what they have brought so far. */
export function readingStore(database: Database): ReadingStore {
  const ids = async (rows: Promise<readonly { readonly issue_id: string }[]>) =>
    (await rows).map((row) => row.issue_id);
  return {
    checkpoint: async (linkId) => {
      const [row] = await database.rows(stateSql.read, [readingKey(linkId)], kept);
      return row?.v ?? null;
    },
    putCheckpoint: async (linkId, at) => {
      const values = [readingKey(linkId), JSON.stringify(at), instantValue(at.since)];
      await database.write(stateSql.write, values);
    },
    endReading: async (linkId) => {
      await database.write(stateSql.remove, [readingKey(linkId)]);
    },
    unseen: (link, sweep) =>
      ids(database.rows(linkSql.unseen, [idValue(link.goalId), idValue(link.id), sweep], issue)),
    topLevel: async (link, sweep) => {
      const values = [idValue(link.goalId), idValue(link.id), sweep];
      const top = z.object({ level: z.nullable(int) });
      const [row] = await database.rows(linkSql.topLevel, values, top);
      return row?.level ?? null;
    },
    seenAtLevel: async (link, { sweep, level, after }, limit) => {
      const values = [idValue(link.goalId), idValue(link.id), sweep, level, idValue(after)];
      const rows = await database.rows(linkSql.seenAtLevel(limit), values, seen);
      return rows.map((row) => ({
        issueId: row.issue_id,
        subTaskIds: row.sub_task_ids === "" ? [] : row.sub_task_ids.split(","),
      }));
    },
    ownAfter: async (goalId, after, limit) => {
      const values = [idValue(goalId), idValue(after)];
      const rows = await database.rows(linkSql.ownAfter(limit), values, own);
      return rows.map((row) => ({ issueId: row.issue_id, parentId: row.parent_id }));
    },
    ownProjects: async (goalId) => {
      const project = z.object({ project_id: id });
      const rows = await database.rows(linkSql.ownProjects, [idValue(goalId)], project);
      return rows.map((row) => row.project_id);
    },
    childlessOwn: (goalId) => ids(database.rows(linkSql.childlessOwn, [idValue(goalId)], issue)),
  };
}
