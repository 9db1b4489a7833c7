import * as z from "zod/mini";
import type { RollupStore, StoredRollup } from "../use-cases/store-ports";
import type { Database } from "./database";
import { id, isoInstant, json } from "./decoders";
import { syncSql } from "./sql/sync-sql";
import type { Value } from "./statement";
import { idValue, instantOrNull, instantValue } from "./values";

export function rollupStore(database: Database): RollupStore {
  const putAll: RollupStore["putAll"] = async (rollups) => {
    for (const rows of requestsOf(rollups.map(valuesOf))) {
      await database.write(syncSql.putRollups(rows.length), rows.flat());
    }
  };
  return {
    put: (rollup, sequence) => putAll([{ rollup, sequence }]),
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

/** The kind comes first in the document. */
const unfinishedKinds = ['{"kind":"queued"%', '{"kind":"reading"%'];
const unfinishedRow = z.object({ goal_id: id, doc: json(z.object({ since: isoInstant })) });

type Row = readonly [goal: number, doc: string, ...rest: readonly Value[]];

const valuesOf = (put: { readonly rollup: StoredRollup; readonly sequence: number }): Row => [
  idValue(put.rollup.goalId),
  JSON.stringify(put.rollup),
  instantOrNull(put.rollup.nextSettleAt),
  instantValue(put.rollup.computedAt),
  put.sequence,
];

/** A request may have 1 MiB, of which every character of a document takes up to three bytes. */
const mostCharacters = 200_000;
const mostRows = 200;

function requestsOf(rows: readonly Row[]): readonly (readonly Row[])[] {
  const requests: Row[][] = [];
  let characters = 0;
  for (const row of rows) {
    const last = requests.at(-1);
    characters += row[1].length;
    if (last === undefined || last.length === mostRows || characters > mostCharacters) {
      requests.push([row]);
      characters = row[1].length;
    } else {
      last.push(row);
    }
  }
  return requests;
}
