import sqlite from "node-sqlite3-wasm";
import { z } from "zod/mini";
import { shapingOf, type Shaping } from "./answer-types";
import type { Definition } from "./definitions";
import { forSqlite, type SqliteStatement } from "./dialect";
import type { EngineResult, SqlEngine, SqlValue } from "./engine";
import { columnSources } from "./select-lists";
import { addMysqlFunctions } from "./sqlite-functions";
import { mysqlRefusal } from "./sqlite-errors";

type Read = Extract<SqliteStatement, { kind: "read" }>;
type Database = InstanceType<typeof sqlite.Database>;

/** Embedded SQLite in memory, made as strict as MySQL where it is laxer. */
export function openSqlite(): SqlEngine {
  const database = new sqlite.Database(":memory:");
  addMysqlFunctions(database);
  const translated = new Map<string, SqliteStatement>();
  const shapings = new Map<string, ReadonlyMap<string, Shaping>>();

  const translationOf = (sql: string) => {
    const known = translated.get(sql) ?? forSqlite(sql);
    if (translated.size > 1000) translated.clear();
    translated.set(sql, known);
    return known;
  };
  const define = ({ statements, unless }: Definition) => {
    shapings.clear();
    if (unless !== undefined && database.get(unless) !== null) return;
    for (const statement of statements) database.run(statement);
  };
  const read = (statement: Read, parameters: readonly SqlValue[]): EngineResult => {
    const shaping = shapings.get(statement.sql) ?? shapingsOf(database, statement);
    shapings.set(statement.sql, shaping);
    const rows = database
      .all(statement.sql, [...parameters])
      .map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [name, shaping.get(name)?.(value) ?? value]),
        ),
      );
    return { kind: "rows", rows };
  };
  const perform = (sql: string, parameters: readonly SqlValue[]): EngineResult => {
    const statement = translationOf(sql);
    if (statement.kind === "definition") {
      define(statement.definition);
      return { kind: "done", affectedRows: 0, insertId: 0 };
    }
    if (statement.kind === "read") return read(statement, parameters);
    const { changes, lastInsertRowid } = database.run(statement.sql, [...parameters]);
    return { kind: "done", affectedRows: changes, insertId: Number(lastInsertRowid) };
  };

  return {
    name: "SQLite",
    run: (sql, parameters) =>
      Promise.resolve().then(() => {
        try {
          return perform(sql, parameters);
        } catch (error) {
          throw mysqlRefusal(error);
        }
      }),
    stop: () => {
      if (database.isOpen) database.close();
      return Promise.resolve();
    },
  };
}

/** A view over the query tells the declared type behind each of its columns. */
function shapingsOf(database: Database, statement: Read): ReadonlyMap<string, Shaping> {
  const sources = columnSources(statement.tokens);
  database.run(`CREATE TEMP VIEW answer_shape AS ${statement.shape}`);
  try {
    const columns = database.all("SELECT name, type FROM pragma_table_info('answer_shape')");
    const named = z.array(z.object({ name: z.string(), type: z.string() })).parse(columns);
    return new Map(named.map(({ name, type }) => [name, shapingOf(type, sources.get(name))]));
  } finally {
    database.run("DROP VIEW answer_shape");
  }
}
