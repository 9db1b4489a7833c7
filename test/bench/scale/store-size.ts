import * as z from "zod/mini";
import type { SqlEngine } from "../../site/platform/sql/engine";

/** Rows and bytes of the store, indexes included, as the engine counts them. */
export type StoreSize = {
  readonly bytes: number;
  readonly rows: Readonly<Record<string, number>>;
  /** Text of what is kept of one day of all goals. */
  readonly dayBytes: number;
};

const count = z.tuple([z.object({ n: z.coerce.number() })]);

const bytesSql = {
  SQLite: "SELECT SUM(pgsize) AS n FROM dbstat",
  MariaDB:
    "SELECT SUM(data_length + index_length) AS n FROM information_schema.TABLES WHERE table_schema = 'app'",
} as const;

const growing = ["issue_fact", "goal_issue", "goal_scope", "goal_rollup", "goal_day"] as const;

export async function sizeOfStore(engine: SqlEngine): Promise<StoreSize> {
  const numberOf = async (sql: string) => {
    const told = await engine.run(sql, []);
    return count.parse(told.kind === "rows" ? told.rows : [])[0].n;
  };
  const isSqlite = engine.name === "SQLite";
  if (!isSqlite) await engine.run(`ANALYZE TABLE ${growing.join(", ")}`, []);
  const rows: Record<string, number> = {};
  for (const table of growing) rows[table] = await numberOf(`SELECT COUNT(*) AS n FROM ${table}`);
  const dayBytes = await numberOf("SELECT COALESCE(SUM(LENGTH(d.doc)), 0) AS n FROM goal_day d");
  return { dayBytes, bytes: await numberOf(isSqlite ? bytesSql.SQLite : bytesSql.MariaDB), rows };
}
