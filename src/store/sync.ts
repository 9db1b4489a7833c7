import * as z from "zod/mini";
import { sweepKey } from "../use-cases/sync/state-keys";
import type { Noted, SeenMark, SyncStore } from "../use-cases/sync/sync-ports";
import type { Database } from "./database";
import { flag, id, instant, int } from "./decoders";
import { beginDrain } from "./drain";
import { pointsKeys } from "./points";
import { instantOf, newSequence } from "./sequence";
import { settingsAmong, settingsKey } from "./settings";
import { syncSql } from "./sql/sync-sql";
import { chunksOf, idsPerStatement, writesOf } from "./statement";
import { idValue, instantOrNull, instantValue } from "./values";

const notedRow = z.object({
  waiting: int,
  first_free: z.nullable(int),
  search_asked: flag,
  settings: z.nullable(z.string()),
  points_used: z.nullable(int),
});
const seenRow = z.object({ issue_id: id, hint_ms: instant });
const marksPerPage = 20_000;
const queueRow = z.object({
  n: int,
  first_free: z.nullable(int),
  first_of_all: z.nullable(int),
});

/** Only how many wait is told of some at a time. */
function notedIn(rows: readonly z.output<typeof notedRow>[]): Noted {
  const waiting = rows.reduce((sum, row) => sum + row.waiting, 0);
  const last = rows.at(-1);
  if (last === undefined) throw new Error("Nothing was asked for");
  const settings = last.settings === null ? [] : [{ k: settingsKey, v: last.settings }];
  return {
    waiting,
    firstFree: last.first_free,
    isSearchAsked: last.search_asked,
    pointsUsed: last.points_used ?? 0,
    pointsShare: settingsAmong(settings).pointsShare,
  };
}

/** What has changed and is not taken in yet. */
export function syncStore(database: Database): SyncStore {
  return {
    mark: async (marks, { at, mostWaiting }) => {
      const sequence = newSequence(at);
      const rows = distinct(marks).map(({ issueId, seenAt }) => [
        idValue(issueId),
        sequence,
        instantOrNull(seenAt) ?? 0,
      ]);
      const written =
        mostWaiting === undefined
          ? await markAll(database, rows)
          : await markBelow(database, rows, mostWaiting);
      return { sequence, written };
    },
    noted: async (issueIds, now) => {
      const keys = [sweepKey, settingsKey, pointsKeys(now).background];
      const rows: z.output<typeof notedRow>[] = [];
      for (const chunk of chunksOf([...new Set(issueIds)], idsPerStatement)) {
        const values = [...chunk.map(idValue), ...keys];
        rows.push(...(await database.rows(syncSql.noted(chunk.length), values, notedRow)));
      }
      return notedIn(rows);
    },
    queue: async () => {
      const [row] = await database.rows(syncSql.queue, [], queueRow);
      return {
        length: row?.n ?? 0,
        firstFree: row?.first_free ?? null,
        waitingSince: row?.first_of_all == null ? null : instantOf(row.first_of_all),
      };
    },
    waitingSince: async (seen) => {
      const waiting: SeenMark[] = [];
      for (;;) {
        const values = [idValue(waiting.at(-1)?.issueId ?? "0"), instantValue(seen)];
        const rows = await database.rows(syncSql.waitingSince(marksPerPage), values, seenRow);
        waiting.push(...rows.map((row) => ({ issueId: row.issue_id, seenAt: row.hint_ms })));
        if (rows.length < marksPerPage) return waiting;
      }
    },
    claim: ({ lease, now, until, limit }) => {
      const [at, free] = [instantValue(now), instantValue(now)];
      const values = [idValue(lease), instantValue(until), at, free];
      return database.write(syncSql.claim(limit), values);
    },
    begin: (lease, now) => beginDrain(database, lease, now),
    acknowledgeIssues: async (lease) => {
      await database.write(syncSql.acknowledgeIssues, [idValue(lease)]);
    },
    postponeIssues: async (read, until) => {
      for (const chunk of chunksOf(read, idsPerStatement)) {
        const values = chunk.flatMap((each) => [idValue(each.issueId), each.sequence]);
        await database.write(syncSql.postpone(chunk.length), [instantValue(until), ...values]);
      }
    },
    ...goalMarks(database),
  };
}

async function markAll(database: Database, rows: readonly (readonly number[])[]) {
  let written = true;
  for (const part of writesOf(rows.map((row) => [...row, 0, 0, 0]))) {
    written = (await database.write(syncSql.markAll(part.length), part.flat())) && written;
  }
  return written;
}

/** Each row costs a SELECT of its own, of which MariaDB holds 20 KiB; an event has few. */
const mostMarksBelow = 100;

async function markBelow(
  database: Database,
  rows: readonly (readonly number[])[],
  mostWaiting: number,
) {
  let written = true;
  for (const part of chunksOf(rows, mostMarksBelow)) {
    const values = [...part.flat(), mostWaiting];
    written = (await database.write(syncSql.mark(part.length), values)) && written;
  }
  return written;
}

/** As many as a round concerns: MariaDB holds half a KiB for each, and nothing is answered. */
const idsToMarkGoalsOf = 3 * idsPerStatement;

type GoalMarks = Pick<
  SyncStore,
  | "sequencesOf"
  | "markGoals"
  | "markGoalsToPlace"
  | "placeAgain"
  | "markGoalsOf"
  | "markGoalsOfProject"
  | "dirtyGoals"
  | "waitingGoals"
  | "setPlaced"
>;

function goalMarks(database: Database): GoalMarks {
  const mark = async (goalIds: readonly string[], isToPlace: boolean) => {
    const first = isToPlace ? [1, 1, 0] : [1, 0, 0];
    const sql = isToPlace ? syncSql.markToPlace : syncSql.markGoals;
    const rows = [...new Set(goalIds)].map((goalId) => [idValue(goalId), ...first]);
    for (const part of writesOf(rows)) await database.write(sql(part.length), part.flat());
  };
  return {
    markGoals: (goalIds) => mark(goalIds, false),
    markGoalsToPlace: (goalIds) => mark(goalIds, true),
    placeAgain: async (goalIds) => {
      for (const ids of chunksOf([...new Set(goalIds)], idsPerStatement)) {
        await database.write(syncSql.placeAgain(ids.length), ids.map(idValue));
      }
    },
    markGoalsOf: async (issueIds) => {
      for (const chunk of chunksOf([...new Set(issueIds)], idsToMarkGoalsOf)) {
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
    waitingGoals: async (most) => {
      const rows = await database.rows(syncSql.waitingGoals(most), [], waitingRow);
      return rows.map((row) => ({ goalId: row.goal_id, rolled: row.rolled }));
    },
    setPlaced: async (goalId, sequence) => {
      const values = [sequence, sequence, sequence, sequence, idValue(goalId)];
      await database.write(syncSql.placed, values);
    },
  };
}

const waitingRow = z.object({ goal_id: id, rolled: int });
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
