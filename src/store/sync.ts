import * as z from "zod/mini";
import type { SyncStore } from "../use-cases/sync/sync-ports";
import type { Database } from "./database";
import { id, int } from "./decoders";
import { beginDrain } from "./drain";
import { goalsToRoll } from "./goals-to-roll";
import { instantOf, newSequence } from "./sequence";
import { syncSql } from "./sql/sync-sql";
import { chunksOf, idsPerStatement, rowsPerStatement } from "./statement";
import { idValue, instantOrNull, instantValue } from "./values";

const queueRow = z.object({
  n: int,
  first_free: z.nullable(int),
  first_of_all: z.nullable(int),
});

/** What has changed and is not taken in yet. */
export function syncStore(database: Database): SyncStore {
  return {
    mark: async (marks, { at, mostWaiting }) => {
      const sequence = newSequence(at);
      for (const chunk of chunksOf(distinct(marks), rowsPerStatement)) {
        const values = chunk.flatMap(({ issueId, seenAt }) => [
          idValue(issueId),
          sequence,
          instantOrNull(seenAt) ?? 0,
        ]);
        await database.write(syncSql.mark(chunk.length), [...values, mostWaiting]);
      }
      return sequence;
    },
    queue: async () => {
      const [row] = await database.rows(syncSql.queue, [], queueRow);
      return {
        length: row?.n ?? 0,
        firstFree: row?.first_free ?? null,
        waitingSince: row?.first_of_all == null ? null : instantOf(row.first_of_all),
      };
    },
    claim: ({ lease, now, until, limit }) => {
      const [at, free] = [instantValue(now), instantValue(now)];
      const values = [idValue(lease), instantValue(until), at, free];
      return database.write(syncSql.claim(limit), values);
    },
    begin: (lease, now) => beginDrain(database, lease, now),
    acknowledgeIssues: async (read) => {
      for (const chunk of chunksOf(read, idsPerStatement)) {
        const values = chunk.flatMap((each) => [idValue(each.issueId), each.sequence]);
        await database.write(syncSql.acknowledgeIssues(chunk.length), values);
      }
    },
    postponeIssues: async (read, until) => {
      for (const chunk of chunksOf(read, idsPerStatement)) {
        const values = chunk.flatMap((each) => [idValue(each.issueId), each.sequence]);
        await database.write(syncSql.postpone(chunk.length), [instantValue(until), ...values]);
      }
    },
    ...goalMarks(database),
    goalsToRoll: (asOf, limit) => goalsToRoll(database, asOf, limit),
  };
}

type GoalMarks = Pick<
  SyncStore,
  | "sequencesOf"
  | "markGoals"
  | "markGoalsToPlace"
  | "markGoalsOf"
  | "markGoalsOfProject"
  | "dirtyGoals"
  | "setPlaced"
>;

function goalMarks(database: Database): GoalMarks {
  const mark = async (goalIds: readonly string[], isToPlace: boolean) => {
    const first = isToPlace ? [1, 1, 0] : [1, 0, 0];
    const sql = isToPlace ? syncSql.markToPlace : syncSql.markGoals;
    for (const ids of chunksOf([...new Set(goalIds)], rowsPerStatement)) {
      const values = ids.flatMap((goalId) => [idValue(goalId), ...first]);
      await database.write(sql(ids.length), values);
    }
  };
  return {
    markGoals: (goalIds) => mark(goalIds, false),
    markGoalsToPlace: (goalIds) => mark(goalIds, true),
    markGoalsOf: async (issueIds) => {
      for (const chunk of chunksOf([...new Set(issueIds)], idsPerStatement)) {
        const ids = chunk.map(idValue);
        await database.write(syncSql.markGoalsOf(ids.length), [...ids, ...ids]);
      }
    },
    markGoalsOfProject: async (projectId) => {
      await database.write(syncSql.markGoalsOfProject, [idValue(projectId)]);
    },
    sequencesOf: async (goalIds) => {
      const sequences = new Map<string, number>();
      for (const chunk of chunksOf(goalIds, idsPerStatement)) {
        const values = chunk.map(idValue);
        const rows = await database.rows(syncSql.sequences(chunk.length), values, sequenceRow);
        for (const row of rows) sequences.set(row.goal_id, row.sequence);
      }
      return sequences;
    },
    dirtyGoals: async () => {
      const [row] = await database.rows(syncSql.dirtyGoals, [], z.object({ n: int }));
      return row?.n ?? 0;
    },
    setPlaced: async (goalId, sequence) => {
      await database.write(syncSql.placed, [sequence, idValue(goalId), sequence]);
    },
  };
}

const sequenceRow = z.object({ goal_id: id, sequence: int });

/** Each issue once, with the latest of what was seen of it. */
function distinct(marks: Parameters<SyncStore["mark"]>[0]) {
  const byId = new Map<string, (typeof marks)[number]>();
  for (const mark of marks) {
    const known = byId.get(mark.issueId);
    if (known === undefined || (mark.seenAt?.getTime() ?? 0) > (known.seenAt?.getTime() ?? 0)) {
      byId.set(mark.issueId, mark);
    }
  }
  return [...byId.values()];
}
