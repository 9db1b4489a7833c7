import { createPool, type Pool, type TypeCastField } from "mysql2/promise";
import { z } from "zod/mini";
import { EngineRefused, type EngineResult, type SqlEngine } from "./engine";
import { startPrivateMariadb } from "./private-mariadb";

const largestInt = 2 ** 31 - 1;
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
    typeCast: asForgeSends,
  });
  return {
    name: "MariaDB",
    run: (sql, parameters) => run(pool, sql, parameters),
    stop: async () => {
      await pool.end();
      await server.stop();
    },
  };
}

async function run(
  pool: Pool,
  sql: string,
  parameters: Parameters<SqlEngine["run"]>[1],
): Promise<EngineResult> {
  try {
    const [result] = await pool.query(sql, [...parameters]);
    if (Array.isArray(result)) return { kind: "rows", rows: rowsShape.parse(result) };
    return { kind: "done", ...packet.parse(result) };
  } catch (error) {
    const refused = mysqlError.safeParse(error);
    if (refused.success) throw new EngineRefused(refused.data.sqlMessage, refused.data);
    throw error;
  }
}

/** BIGINT columns travel as text; what is computed is a BIGINT too, and travels as text only beyond INT. */
function asForgeSends(field: TypeCastField, next: () => unknown): unknown {
  if (field.type !== "LONGLONG") return next();
  const text = field.string();
  if (text === null) return null;
  const number = Number(text);
  return field.table !== "" || Math.abs(number) > largestInt ? text : number;
}
