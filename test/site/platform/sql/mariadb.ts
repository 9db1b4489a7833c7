import {
  createPool,
  type FieldPacket,
  type PoolConnection,
  type TypeCastField,
} from "mysql2/promise";
import { z } from "zod/mini";
import { computedInteger } from "./answer-types";
import { diskTables, outOfMemory, tableMemory } from "./disk-tables";
import {
  EngineRefused,
  type EngineResult,
  type SqlEngine,
  type SqlValue,
  type StatementLimits,
} from "./engine";
import { type PrivateMariadb, startPrivateMariadb } from "./private-mariadb";
import { columnSources, type ColumnSource } from "./select-lists";
import { tokensOf } from "./tokens";

const mysqlError = z.object({
  errno: z.number(),
  code: z.optional(z.string()),
  sqlMessage: z.string(),
});
/** MariaDB's own, which mysql2 has no name for. */
const statementTimeout = 1969;
const packet = z.object({ affectedRows: z.number(), insertId: z.number() });
const rowsShape = z.array(z.record(z.string(), z.unknown()));

/** A private MariaDB that lives as long as the engine. */
export async function openMariadb(): Promise<SqlEngine> {
  const server = await startPrivateMariadb();
  const engine = await openDatabase(server, "app");
  return {
    ...engine,
    stop: async () => {
      await engine.stop();
      await server.stop();
    },
  };
}

/** An empty database of a server that others use too; it goes when the engine stops. */
export async function openDatabase(server: PrivateMariadb, database: string): Promise<SqlEngine> {
  await server.create(database);
  const pool = createPool({
    socketPath: server.socketPath,
    user: "root",
    database,
    charset: "utf8mb4",
    connectionLimit: 10,
    dateStrings: true,
    typeCast: longAsText,
  });
  return {
    name: "MariaDB",
    run: async (sql, parameters, limits) => {
      const connection = await pool.getConnection();
      try {
        return await run(connection, { sql, parameters, limits });
      } finally {
        connection.release();
      }
    },
    stop: async () => {
      await pool.end();
      await server.drop(database);
    },
  };
}

type Statement = {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
  readonly limits: StatementLimits | undefined;
};

async function run(connection: PoolConnection, statement: Statement): Promise<EngineResult> {
  try {
    const { limits } = statement;
    if (limits === undefined) return await asked(connection, statement, statement.sql);
    return await (limits.kind === "definition"
      ? asked(connection, statement, limitedTo(limits.seconds, tableMemory.given, statement.sql))
      : inMemory(connection, { ...statement, limits }));
  } catch (error) {
    throw refusalOf(error);
  }
}

function refusalOf(error: unknown): unknown {
  const refused = mysqlError.safeParse(error).data;
  if (refused === undefined) return error;
  const { errno, sqlMessage } = refused;
  const named = errno === statementTimeout ? "ER_STATEMENT_TIMEOUT" : refused.code;
  return new EngineRefused(sqlMessage, { errno, code: named ?? `ER_${String(errno)}` });
}

type Limited = Statement & { readonly limits: StatementLimits };

/**
 * Refuses a statement that needs more memory than Forge SQL gives: one that puts a temporary table on disk, unless it
 * does so with plenty of memory too. (MariaDB keeps tables with TEXT on disk, however small; TiDB has no such rule.)
 */
async function inMemory(connection: PoolConnection, statement: Limited): Promise<EngineResult> {
  const first = await attempt(connection, statement, tableMemory.given, (spilled) => !spilled);
  if (first !== undefined) return first;
  const second = await attempt(connection, statement, tableMemory.plenty, (spilled) => spilled);
  if (second === undefined) throw outOfMemory();
  return second;
}

/** Runs the statement; unless what it did to the disk is accepted, it leaves no trace. */
async function attempt(
  connection: PoolConnection,
  statement: Limited,
  memoryBytes: number,
  accepts: (spilled: boolean) => boolean,
): Promise<EngineResult | undefined> {
  const { seconds, kind } = statement.limits;
  if (kind === "write") await connection.beginTransaction();
  try {
    const before = await diskTables(connection);
    const sql = limitedTo(seconds, memoryBytes, statement.sql);
    const result = await asked(connection, statement, sql);
    const accepted = accepts((await diskTables(connection)) > before);
    if (kind === "write") await (accepted ? connection.commit() : connection.rollback());
    return accepted ? result : undefined;
  } catch (error) {
    if (kind === "write") await connection.rollback();
    throw error;
  }
}

function limitedTo(seconds: number, memoryBytes: number, sql: string): string {
  const memory = String(memoryBytes);
  return `SET STATEMENT max_statement_time=${String(seconds)}, tmp_memory_table_size=${memory}, max_heap_table_size=${memory} FOR ${sql}`;
}

async function asked(
  connection: PoolConnection,
  { parameters, sql: original }: Statement,
  sql: string,
): Promise<EngineResult> {
  const [result, fields] = await connection.query(sql, [...parameters]);
  if (!Array.isArray(result)) return { kind: "done", ...packet.parse(result) };
  return { kind: "rows", rows: shaped(rowsShape.parse(result), fields, original) };
}

const longLong = 8;

/** Whole numbers of 64 bits arrive as text; those that were computed are sent as numbers where they fit into INT. */
function shaped(
  rows: z.infer<typeof rowsShape>,
  fields: readonly FieldPacket[],
  sql: string,
): z.infer<typeof rowsShape> {
  const long = fields.filter(({ columnType }) => columnType === longLong);
  if (long.length === 0) return rows;
  const sources = columnSources(tokensOf(sql));
  const computed = long.filter((field) => isComputed(field, sources.get(field.name)));
  return rows.map((row) => {
    const numbers = computed.map(({ name }) => [name, asNumber(row[name])] as const);
    return { ...row, ...Object.fromEntries(numbers) };
  });
}

function isComputed({ orgTable }: FieldPacket, source: ColumnSource | undefined): boolean {
  return source === undefined ? orgTable === "" : source !== "stored";
}

function asNumber(value: unknown): unknown {
  return typeof value === "string" ? computedInteger(value) : value;
}

function longAsText(field: TypeCastField, next: () => unknown): unknown {
  return field.type === "LONGLONG" ? field.string() : next();
}
