import * as z from "zod/mini";
import type { LostSearch, SearchStore } from "../use-cases/sync/search-ports";
import { searchKey } from "../use-cases/sync/state-keys";
import type { Database } from "./database";
import { isoInstant, json } from "./decoders";
import { stateSql } from "./sql/state-sql";
import { instantValue } from "./values";

const search: z.ZodMiniType<LostSearch> = z.object({
  startedAt: isoInstant,
  isEverywhere: z.boolean(),
  since: isoInstant,
  until: z.nullable(isoInstant),
  left: z.object({
    projectIds: z.nullable(z.array(z.string())),
    begun: z.number(),
    from: isoInstant,
  }),
  sweep: z.nullable(z.number()),
});
const kept = z.object({ v: json(search) });

/** How far the search for lost changes has come. */
export function searchStore(database: Database): SearchStore {
  return {
    kept: async () => {
      const [row] = await database.rows(stateSql.read, [searchKey], kept);
      return row?.v ?? null;
    },
    keep: async (value, at) => {
      const values = [searchKey, JSON.stringify(value), instantValue(at)];
      await database.write(stateSql.write, values);
    },
    forget: async () => {
      await database.write(stateSql.remove, [searchKey]);
    },
  };
}
