import * as z from "zod/mini";
import type { SyncStore } from "../use-cases/store-ports";
import type { Database } from "./database";
import { id, int } from "./decoders";
import { syncSql } from "./sql/sync-sql";
import { chunksOf, rowsPerStatement } from "./statement";
import { idValue, instantValue } from "./values";

const dirtyIssue = z.object({ issue_id: id, sequence: int });
const dirtyGoal = z.object({ goal_id: id, sequence: int });

/** What has changed and is not taken in yet. */
export function syncStore(database: Database): SyncStore {
  return {
    markIssues: async (issueIds, at) => {
      const sequence = newSequence(at);
      for (const ids of chunksOf([...new Set(issueIds)], rowsPerStatement)) {
        const values = ids.flatMap((issueId) => [idValue(issueId), sequence]);
        await database.write(syncSql.markIssues(ids.length), values);
      }
    },
    dirtyIssues: async (limit) => {
      const rows = await database.rows(syncSql.dirtyIssues(limit), [], dirtyIssue);
      return rows.map((row) => ({ issueId: row.issue_id, sequence: row.sequence }));
    },
    acknowledgeIssues: async (read) => {
      for (const chunk of chunksOf(read, rowsPerStatement)) {
        const values = chunk.flatMap((each) => [idValue(each.issueId), each.sequence]);
        await database.write(syncSql.acknowledgeIssues(chunk.length), values);
      }
    },
    markGoals: async (goalIds) => {
      for (const ids of chunksOf([...new Set(goalIds)], rowsPerStatement)) {
        const values = ids.flatMap((goalId) => [idValue(goalId), 1, 0]);
        await database.write(syncSql.markGoals(ids.length), values);
      }
    },
    dirtyGoals: async (limit) => {
      const rows = await database.rows(syncSql.dirtyGoals(limit), [], dirtyGoal);
      return rows.map((row) => ({ goalId: row.goal_id, sequence: row.sequence }));
    },
    acknowledgeGoals: async (read) => {
      for (const chunk of chunksOf(read, rowsPerStatement)) {
        const values = chunk.flatMap((each) => [idValue(each.goalId), each.sequence]);
        await database.write(syncSql.acknowledgeGoals(chunk.length), values);
      }
    },
  };
}

const marksPerMillisecond = 1024;

/**
 * An acknowledged issue loses its row, so its next sequence must differ from every earlier one: the instant of the
 * mark, and chance within the millisecond.
 */
const newSequence = (at: Date) =>
  instantValue(at) * marksPerMillisecond + Math.floor(Math.random() * marksPerMillisecond);
