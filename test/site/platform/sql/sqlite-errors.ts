import { EngineRefused } from "./engine";

type Rule = {
  readonly pattern: RegExp;
  readonly errno: number;
  readonly code: string;
  readonly sentence: (named: string) => string;
};

const same = (text: string) => text;
const lastName = (path: string) => path.split(".").at(-1) ?? path;

const rules: readonly Rule[] = [
  {
    pattern: /^CHECK constraint failed: (Data too long.*)$/,
    errno: 1406,
    code: "ER_DATA_TOO_LONG",
    sentence: same,
  },
  {
    pattern: /^CHECK constraint failed: (Out of range.*)$/,
    errno: 1264,
    code: "ER_WARN_DATA_OUT_OF_RANGE",
    sentence: same,
  },
  {
    pattern: /^CHECK constraint failed: (Incorrect datetime .*)$/,
    errno: 1292,
    code: "ER_TRUNCATED_WRONG_VALUE",
    sentence: same,
  },
  {
    pattern: /^CHECK constraint failed: (Incorrect .*)$/,
    errno: 1366,
    code: "ER_TRUNCATED_WRONG_VALUE_FOR_FIELD",
    sentence: same,
  },
  {
    pattern: /^UNIQUE constraint failed: (.*)$/,
    errno: 1062,
    code: "ER_DUP_ENTRY",
    sentence: (columns) => `Duplicate entry for key of ${columns}`,
  },
  {
    pattern: /^NOT NULL constraint failed: (.*)$/,
    errno: 1048,
    code: "ER_BAD_NULL_ERROR",
    sentence: (column) => `Column '${lastName(column)}' cannot be null`,
  },
  {
    pattern: /^no such table: (.*)$/,
    errno: 1146,
    code: "ER_NO_SUCH_TABLE",
    sentence: (table) => `Table 'app.${lastName(table)}' doesn't exist`,
  },
  {
    pattern: /^no such column: (.*)$/,
    errno: 1054,
    code: "ER_BAD_FIELD_ERROR",
    sentence: (column) => `Unknown column '${column}' in 'field list'`,
  },
  {
    pattern: /^(?:table|index) (.*) already exists$/,
    errno: 1050,
    code: "ER_TABLE_EXISTS_ERROR",
    sentence: (name) => `Table '${name}' already exists`,
  },
];

/** Says in MySQL's words and codes what SQLite refused; anything else is a bug of the site and passes through. */
export function mysqlRefusal(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== "SQLite3Error") return error;
  for (const { pattern, errno, code, sentence } of rules) {
    const named = pattern.exec(error.message)?.[1];
    if (named !== undefined) return new EngineRefused(sentence(named), { errno, code });
  }
  return new EngineRefused(`You have an error in your SQL syntax; ${error.message}`, {
    errno: 1064,
    code: "ER_PARSE_ERROR",
  });
}
