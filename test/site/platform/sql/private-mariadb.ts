import { execFile, spawn, type ChildProcess } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { createConnection } from "mysql2/promise";

/** A MariaDB of our own: its data in a temporary folder, reached by a socket only. */
export type PrivateMariadb = {
  readonly socketPath: string;
  /** Makes an empty database. */
  readonly create: (database: string) => Promise<void>;
  readonly drop: (database: string) => Promise<void>;
  readonly stop: () => Promise<void>;
};

const folders = ["/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin"];
const readyWithinMilliseconds = 30_000;

/** Where the program is, or undefined where MariaDB is not installed. */
export function mariadbProgram(name: "mariadbd" | "mariadb-install-db"): string | undefined {
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

export async function startPrivateMariadb(): Promise<PrivateMariadb> {
  const server = mariadbProgram("mariadbd");
  const installer = mariadbProgram("mariadb-install-db");
  if (server === undefined || installer === undefined) {
    throw new Error("MariaDB is not installed: no mariadbd or mariadb-install-db was found");
  }
  const folder = await mkdtemp(join(tmpdir(), "tl-sql-"));
  const socketPath = join(folder, "s.sock");
  await mkdir(join(folder, "tmp"));
  await promisify(execFile)(installer, [
    "--no-defaults",
    `--datadir=${join(folder, "data")}`,
    `--tmpdir=${join(folder, "tmp")}`,
    "--auth-root-authentication-method=normal",
    "--skip-test-db",
  ]);
  await writeFile(join(folder, "my.cnf"), configurationFor(folder, socketPath));
  const child = spawn(server, [`--defaults-file=${join(folder, "my.cnf")}`], { stdio: "ignore" });
  const killWithUs = () => {
    child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", killWithUs);
  const stop = async () => {
    process.off("exit", killWithUs);
    await ended(child);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(socketPath, Date.now() + readyWithinMilliseconds);
  } catch (error) {
    await stop();
    throw error;
  }
  const told = (definition: string) => tell(socketPath, definition);
  return {
    socketPath,
    create: (name) => told(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`),
    drop: (name) => told(`DROP DATABASE ${name}`),
    stop,
  };
}

/** Forge SQL's limits where MariaDB has the like: 16 MiB of memory for a query, strict mode, binary comparison. */
function configurationFor(folder: string, socketPath: string): string {
  const asRoot = userInfo().uid === 0 ? ["user=root"] : [];
  return [
    "[mariadbd]",
    `datadir=${join(folder, "data")}`,
    `tmpdir=${join(folder, "tmp")}`,
    `socket=${socketPath}`,
    `pid-file=${join(folder, "pid")}`,
    "skip-networking",
    ...asRoot,
    "character-set-server=utf8mb4",
    "collation-server=utf8mb4_bin",
    "innodb_buffer_pool_size=256M",
    "innodb_flush_log_at_trx_commit=2",
    "innodb_log_file_size=128M",
    "tmp_memory_table_size=16M",
    "max_heap_table_size=16M",
    "max_statement_time=10",
    "sql_mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION",
    "",
  ].join("\n");
}

async function tell(socketPath: string, statement: string): Promise<void> {
  const connection = await createConnection({ socketPath, user: "root" });
  await connection.query(statement);
  await connection.end();
}

async function untilReady(socketPath: string, deadline: number): Promise<void> {
  for (;;) {
    try {
      await tell(socketPath, "SELECT 1");
      return;
    } catch (error) {
      if (Date.now() > deadline) throw new Error("MariaDB did not start", { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise<void>((resolve) => {
    child.once("exit", () => {
      resolve();
    });
    child.kill("SIGTERM");
  });
}
