import * as z from "zod/mini";
import type { ProjectPools } from "../domain/size-pool";
import type { ProjectStore } from "../use-cases/store-ports";
import type { Database } from "./database";
import { id, instant, int, isoInstant, json, valuesByKey } from "./decoders";
import { siteSql } from "./sql/site-sql";
import { stateSql } from "./sql/state-sql";
import { chunksOf, idsPerStatement } from "./statement";
import { idValue, instantValue } from "./values";

const settleRow = z.pipe(
  z.object({
    project_id: id,
    project_key: z.string(),
    days: int,
    reopenings: int,
    read_ms: instant,
  }),
  z.transform((row) => ({
    projectId: row.project_id,
    projectKey: row.project_key,
    days: row.days,
    reopenings: row.reopenings,
    readAt: row.read_ms,
  })),
);

const quantiles = z.object({
  n: z.number(),
  p10: z.number(),
  median: z.number(),
  p90: z.number(),
});
const byKey = valuesByKey(quantiles);
const projectPools: z.ZodMiniType<ProjectPools> = z.object({
  projectId: z.string(),
  version: z.string(),
  readAt: isoInstant,
  byType: z.object({ points: byKey, time: byKey }),
  allTypes: z.object({ points: z.nullable(quantiles), time: z.nullable(quantiles) }),
  containers: z.object({ count: byKey, points: byKey, time: byKey }),
});
const poolRow = z.object({ project_id: id, doc: json(projectPools) });

const pastRow = z.object({ v: json(projectPools) });
const pastPrefix = "past-pools ";
const pastKey = (projectId: string, at: Date) =>
  `${pastPrefix}${projectId} ${String(instantValue(at))}`;

/** Settle times and size pools. */
export function projectStore(database: Database): ProjectStore {
  return {
    ids: async () => {
      const rows = await database.rows(siteSql.projects, [], z.object({ project_id: id }));
      return rows.map((row) => row.project_id);
    },
    settleTimes: async (projectIds) => {
      const pages = chunksOf([...new Set(projectIds)], idsPerStatement).map((ids) =>
        database.rows(siteSql.settleTimes(ids.length), ids.map(idValue), settleRow),
      );
      return (await Promise.all(pages)).flat();
    },
    putSettleTime: async (settle) => {
      await database.write(siteSql.putSettleTime, [
        idValue(settle.projectId),
        settle.projectKey,
        settle.days,
        settle.reopenings,
        instantValue(settle.readAt),
      ]);
    },
    pools: async (projectIds) => {
      const pages = chunksOf([...new Set(projectIds)], idsPerStatement).map((ids) =>
        database.rows(siteSql.pools(ids.length), ids.map(idValue), poolRow),
      );
      const rows = (await Promise.all(pages)).flat();
      return Object.fromEntries(rows.map((row) => [row.project_id, row.doc]));
    },
    forgetSizes: async () => {
      await database.write(siteSql.forgetPools, []);
      await database.write(siteSql.forgetPastPools, [`${pastPrefix}%`]);
      await database.write(siteSql.forgetPasts, []);
    },
    pastPools: async (projectIds, at) => {
      const keys = [...new Set(projectIds)].map((projectId) => pastKey(projectId, at));
      const found: ProjectPools[] = [];
      for (const some of chunksOf(keys, idsPerStatement)) {
        const rows = await database.rows(stateSql.several(some.length), some, pastRow);
        found.push(...rows.map(({ v }) => v));
      }
      return Object.fromEntries(found.map((pools) => [pools.projectId, pools]));
    },
    putPastPools: async (pools, at) => {
      for (const each of pools) {
        const values = [pastKey(each.projectId, at), JSON.stringify(each), instantValue(at)];
        await database.write(stateSql.write, values);
      }
    },
    putPools: async (pools) => {
      const values = [idValue(pools.projectId), JSON.stringify(pools), instantValue(pools.readAt)];
      await database.write(siteSql.putPools, values);
    },
  };
}
