import type { StatementKind } from "./policy";

/** What a database says to a statement. */
export type EngineResult =
  | { readonly kind: "rows"; readonly rows: readonly Readonly<Record<string, unknown>>[] }
  | { readonly kind: "done"; readonly affectedRows: number; readonly insertId: number };

/** A statement that the database refused, in MySQL's words. */
export class EngineRefused extends Error {
  override readonly name = "EngineRefused";
  readonly errno: number;
  readonly code: string;

  constructor(message: string, mysql: { readonly errno: number; readonly code: string }) {
    super(message);
    this.errno = mysql.errno;
    this.code = mysql.code;
  }
}

export type SqlValue = string | number | boolean | null;

/** What a statement may take; without limits it may take all it wants. */
export type StatementLimits = { readonly kind: StatementKind; readonly seconds: number };

/** A database behind the gateway. It speaks MySQL's dialect and answers in the types that Forge SQL sends. */
export type SqlEngine = {
  /** "SQLite" or "MariaDB", shown by the site. */
  readonly name: string;
  readonly run: (
    sql: string,
    parameters: readonly SqlValue[],
    limits?: StatementLimits,
  ) => Promise<EngineResult>;
  readonly stop: () => Promise<void>;
};
