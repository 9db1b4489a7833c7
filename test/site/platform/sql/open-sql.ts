import type { SqlEngine } from "./engine";
import { openMariadb } from "./mariadb";
import { openSqlite } from "./sqlite";

export const sqlEngines = ["sqlite", "mariadb"] as const;
export type SqlEngineName = (typeof sqlEngines)[number];

/** Opens an empty database of the kind. */
export function openSql(name: SqlEngineName): Promise<SqlEngine> {
  return name === "mariadb" ? openMariadb() : Promise.resolve(openSqlite());
}
