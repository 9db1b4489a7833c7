import * as z from "zod/mini";
import { writtenDay } from "../domain/days/day-text";
import { keptOf } from "../domain/days/kept-day";
import type { RollupStore } from "../use-cases/sync/roll-ports";
import type { Database } from "./database";
import { id, isoInstant, json } from "./decoders";
import { syncSql } from "./sql/sync-sql";
import { type Value, writesOf } from "./statement";
import { idValue, instantOrNull, instantValue } from "./values";

export function rollupStore(database: Database): RollupStore {
  const putAll: RollupStore["putAll"] = async (rollups) => {
    for (const rows of writesOf(rollups.map(valuesOf))) {
      await database.write(syncSql.putRollups(rows.length), rows.flat());
    }
  };
  return {
    put: (rollup, sequence) => putAll([{ rollup, sequence, effort: 0 }]),
    putAll,
    setReading: async (goalId, reading) => {
      await database.write(syncSql.putReading, [idValue(goalId), JSON.stringify(reading)]);
    },
    unfinished: async () => {
      const rows = await database.rows(syncSql.unfinished, unfinishedKinds, unfinishedRow);
      return rows.map((row) => ({ goalId: row.goal_id, since: row.doc.since }));
    },
    dueToSettle: async (now) => {
      const rows = await database.rows(
        syncSql.dueToSettle,
        [instantValue(now)],
        z.object({ goal_id: id }),
      );
      return rows.map((row) => row.goal_id);
    },
  };
}

/** Patterns of readings that are not at their end: the kind comes first in the document. */
export const unfinishedKinds = ['{"kind":"queued"%', '{"kind":"reading"%'];
const unfinishedRow = z.object({ goal_id: id, doc: json(z.object({ since: isoInstant })) });

type Put = Parameters<RollupStore["putAll"]>[0][number];

const valuesOf = (put: Put): readonly Value[] => [
  idValue(put.rollup.goalId),
  JSON.stringify(put.rollup),
  writtenDay(keptOf(put.rollup)),
  instantOrNull(put.rollup.nextSettleAt),
  instantValue(put.rollup.computedAt),
  put.effort,
  put.sequence,
];
