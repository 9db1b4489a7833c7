import { partsOf } from "../domain/parts-of";

/** What a statement's placeholder may carry: Forge SQL knows neither dates nor undefined. */
export type Value = string | number | null;

/** A statement and the name by which errors and tests speak of it. */
export type Statement = { readonly name: string; readonly sql: string };

/** A statement whose text depends on how many rows or ids it takes, or on how many it may answer. */
export type ListStatement = (n: number) => Statement;

/** Most ids in an IN list: 1,000 already cost a third of the 16 MiB that a query may use. */
export const idsPerStatement = 500;

/** Most rows of a multi-row write, well inside the 1 MiB of a request. */
export const rowsPerStatement = 200;

/** Of a request of 1 MiB, what its values may take. */
const mostInRequest = 700_000;
/** So much a value counts at least: SQLite takes 32,766 of a statement, and MariaDB holds 5 MiB for so many. */
const leastOfValue = 21.4;

export const statement = (name: string, sql: string): Statement => ({ name, sql });

export const listStatement =
  (name: string, sqlFor: (n: number) => string): ListStatement =>
  (n) => {
    if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`${name} takes a whole number`);
    return { name, sql: sqlFor(n) };
  };

type Text = string | ((n: number) => string);
type Statements<T> = {
  readonly [Key in keyof T]: T[Key] extends string ? Statement : ListStatement;
};

/** The statements of a family, each named by its key: `goal.byId`. */
export function statements<T extends Readonly<Record<string, Text>>>(
  family: string,
  texts: T,
): Statements<T>;
export function statements(family: string, texts: Readonly<Record<string, Text>>) {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => {
      const name = `${family}.${key}`;
      return [key, typeof text === "string" ? statement(name, text) : listStatement(name, text)];
    }),
  );
}

/** `?, ?, ?` */
export const marks = (n: number): string => Array.from({ length: n }, () => "?").join(", ");

/** `(c IN (?, ?) OR c IN (?))`, each list as long as one may be. */
export function among(column: string, n: number): string {
  const lists = Array.from({ length: Math.ceil(n / idsPerStatement) }, (_, at) =>
    marks(Math.min(idsPerStatement, n - at * idsPerStatement)),
  );
  return `(${lists.map((list) => `${column} IN (${list})`).join(" OR ")})`;
}

/** `(?, ?), (?, ?)` */
export const rowMarks = (rows: number, columns: number): string =>
  Array.from({ length: rows }, () => `(${marks(columns)})`).join(", ");

/** A derived table of one column: `SELECT ? AS c UNION ALL SELECT ?`. */
export const columnOf = (name: string, n: number): string =>
  Array.from({ length: n }, (_, i) => (i === 0 ? `SELECT ? AS ${name}` : "SELECT ?")).join(
    " UNION ALL ",
  );

/** `(a = ? AND b = ?) OR (a = ? AND b = ?)` */
export const pairMarks = (n: number, a: string, b: string): string =>
  Array.from({ length: n }, () => `(${a} = ? AND ${b} = ?)`).join(" OR ");

/** A list in parts of at most `size`. */
export function chunksOf<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const chunks: (readonly T[])[] = [];
  for (let at = 0; at < items.length; at += size) chunks.push(items.slice(at, at + size));
  return chunks;
}

/** The same in as few parts, none much longer than another. */
export const evenChunksOf = <T>(items: readonly T[], most: number): readonly (readonly T[])[] =>
  chunksOf(items, Math.ceil(items.length / Math.ceil(items.length / most)));

/** Rows of a multi-row write in parts, each as many as one statement may take. */
export const writesOf = <R extends readonly Value[]>(
  rows: readonly R[],
): readonly (readonly R[])[] => partsOf(rows, sizeOf, mostInRequest);

const sizeOf = (row: readonly Value[]) =>
  row.reduce<number>(
    (sum, value) => sum + Math.max(leastOfValue, typeof value === "string" ? bytesOf(value) : 0),
    0,
  );

/** What a text takes in bytes as JSON inside JSON. */
export const bytesOf = (text: string): number => Buffer.byteLength(JSON.stringify(text));
