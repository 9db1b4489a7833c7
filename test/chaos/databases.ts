import type { SqlEngine } from "../site/platform/sql/engine";
import { openDatabase } from "../site/platform/sql/mariadb";
import { openSql } from "../site/platform/sql/open-sql";
import { startPrivateMariadb } from "../site/platform/sql/private-mariadb";

/** Where a run's seeds keep their data: each in an empty database. */
type Databases = { readonly open: () => Promise<SqlEngine>; readonly stop: () => Promise<void> };

/** `sqlite` in this process, or `mariadb`: one private server for the whole run. */
export async function openDatabases(name: string): Promise<Databases> {
  if (name === "sqlite") return { open: () => openSql("sqlite"), stop: () => Promise.resolve() };
  if (name !== "mariadb") throw new Error("--sql is sqlite or mariadb");
  const server = await startPrivateMariadb();
  let opened = 0;
  return {
    open: () => openDatabase(server, `seed_${String((opened += 1))}`),
    stop: server.stop,
  };
}
