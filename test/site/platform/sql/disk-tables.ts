import type { PoolConnection } from "mysql2/promise";
import { z } from "zod/mini";
import { EngineRefused } from "./engine";

const statusRow = z.tuple([z.object({ Value: z.string() })]);

/** How many temporary tables this connection has put on disk so far. */
export async function diskTables(connection: PoolConnection): Promise<number> {
  const [rows] = await connection.query("SHOW SESSION STATUS LIKE 'Created_tmp_disk_tables'");
  return Number(statusRow.parse(rows)[0].Value);
}

/** Memory for temporary tables in bytes: what Forge SQL gives a query, and what is plenty for any. */
export const tableMemory = { given: 16 << 20, plenty: 1 << 30 } as const;

/** TiDB's refusal of a statement that needs more than its 16 MiB. */
export function outOfMemory(): EngineRefused {
  return new EngineRefused(
    "Your query has been cancelled due to exceeding the allowed memory limit for a single SQL query. Please try narrowing your query scope or increase the tidb_mem_quota_query limit and try again.",
    { errno: 8175, code: "ER_MEMORY_EXCEED_FOR_QUERY" },
  );
}
