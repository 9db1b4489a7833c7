import {
  createPool,
  type FieldPacket,
  type PoolConnection,
  type TypeCastField,
} from "mysql2/promise";
import { z } from "zod/mini";
import { computedInteger } from "./answer-types";
import { diskTables, outOfMemory } from "./disk-tables";
import {
  EngineRefused,
  type EngineResult,
  type SqlEngine,
  type SqlValue,
  type StatementLimits,
} from "./engine";
import { startPrivateMariadb } from "./private-mariadb";
import { columnSources, type ColumnSource } from "./select-lists";
import { tokensOf } from "./tokens";

const mysqlError = z.object({ errno: z.number(), code: z.string(), sqlMessage: z.string() });
const packet = z.object({ affectedRows: z.number(), insertId: z.number() });
const rowsShape = z.array(z.record(z.string(), z.unknown()));

/** A private MariaDB that lives as long as the engine. */
export async function openMariadb(): Promise<SqlEngine> {
  const server = await startPrivateMariadb();
  const pool = createPool({
    socketPath: server.socketPath,
    user: "root",
    database: "app",
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
      await server.stop();
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
    return await (statement.limits?.kind === "write"
      ? undone(connection, () => measured(connection, statement))
      : measured(connection, statement));
  } catch (error) {
    const refused = mysqlError.safeParse(error);
    if (refused.success) throw new EngineRefused(refused.data.sqlMessage, refused.data);
    throw error;
  }
}

/** A write that is refused afterwards leaves no trace. */
async function undone<T>(connection: PoolConnection, work: () => Promise<T>): Promise<T> {
  await connection.beginTransaction();
  try {
    const result = await work();
    await connection.commit();
    return result;
  } catch (error) {
    await connection.rollback();
    throw error;
  }
}

/** Refuses what took too long, and reads and writes that took too much memory. */
async function measured(
  connection: PoolConnection,
  { sql, parameters, limits }: Statement,
): Promise<EngineResult> {
  const limited =
    limits === undefined
      ? sql
      : `SET STATEMENT max_statement_time=${String(limits.seconds)} FOR ${sql}`;
  const isMeasured = limits !== undefined && !/^\s*(?:SHOW|DESC|EXPLAIN)/i.test(sql);
  const before = isMeasured ? await diskTables(connection) : 0;
  const [result, fields] = await connection.query(limited, [...parameters]);
  if (isMeasured && limits.kind !== "definition" && (await diskTables(connection)) > before) {
    throw outOfMemory();
  }
  if (!Array.isArray(result)) return { kind: "done", ...packet.parse(result) };
  return { kind: "rows", rows: shaped(rowsShape.parse(result), fields, sql) };
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
