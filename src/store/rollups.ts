import * as z from "zod/mini";
import type { RollupStore } from "../use-cases/store-ports";
import type { Database } from "./database";
import { id } from "./decoders";
import { syncSql } from "./sql/sync-sql";
import { idValue, instantOrNull, instantValue } from "./values";

export function rollupStore(database: Database): RollupStore {
  return {
    put: async (rollup, sequence) => {
      await database.write(syncSql.putRollup, [
        idValue(rollup.goalId),
        JSON.stringify(rollup),
        instantOrNull(rollup.nextSettleAt),
        instantValue(rollup.computedAt),
        sequence,
      ]);
    },
    setReading: async (goalId, reading) => {
      await database.write(syncSql.putReading, [idValue(goalId), JSON.stringify(reading)]);
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
