import * as z from "zod/mini";
import type { State, StateStore } from "../use-cases/sync/state-ports";
import type { Database } from "./database";
import { instant, int, json } from "./decoders";
import { stateSql } from "./sql/state-sql";
import { instantValue } from "./values";

const columns = { v: json(z.unknown()), version: int, updated_ms: instant };
const stateRow = z.object({ k: z.string(), ...columns });
const listedRow = z.object({ state_id: z.string(), ...columns });

const pageSize = 1000;

/** What the sync remembers of a site between invocations. */
export function stateStore(database: Database): StateStore {
  return {
    read: async (key) => {
      const [row] = await database.rows(stateSql.read, [key], stateRow);
      return row === undefined ? null : stateOf(row.k, row);
    },
    several: async (keys) => {
      const rows = await database.rows(stateSql.several(keys.length), keys, stateRow);
      return new Map(rows.map((row) => [row.k, stateOf(row.k, row)]));
    },
    beginning: async (prefix) => {
      const states: State[] = [];
      for (;;) {
        const values = [states.at(-1)?.key ?? prefix, `${prefix}~`];
        const page = await database.rows(stateSql.beginning(pageSize), values, listedRow);
        states.push(...page.map((row) => stateOf(row.state_id, row)));
        if (page.length < pageSize) return states;
      }
    },
    write: async (key, value, at) => {
      await database.write(stateSql.write, [key, JSON.stringify(value), instantValue(at)]);
    },
    forget: async ({ key, version }) => {
      await database.write(stateSql.forget, [key, version]);
    },
    claimOnce: (key, now, since) =>
      database.write(stateSql.claimOnce, [key, instantValue(now), key, instantValue(since)]),
  };
}

type Columns = Omit<z.output<typeof stateRow>, "k">;

const stateOf = (key: string, row: Columns): State => ({
  key,
  value: row.v,
  version: row.version,
  at: row.updated_ms,
});
