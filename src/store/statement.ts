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

/** Most values of a statement: SQLite takes 32,766, and MariaDB holds 4.5 MiB for so many. */
const mostValues = 28_000;
/** Most characters of the values of a request of 1 MiB, of which each takes up to three bytes. */
const mostCharacters = 150_000;

export const statement = (name: string, sql: string): Statement => ({ name, sql });

export const listStatement =
  (name: string, sqlFor: (n: number) => string): ListStatement =>
  (n) => {
    if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`${name} takes a whole number`);
    return { name, sql: sqlFor(n) };
  };

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
export function writesOf(
  rows: readonly (readonly Value[])[],
): readonly (readonly (readonly Value[])[])[] {
  const parts: (readonly Value[])[][] = [];
  let values = 0;
  let characters = 0;
  for (const row of rows) {
    const last = parts.at(-1);
    const wide = charactersOf(row);
    values += row.length;
    characters += wide;
    if (last === undefined || values > mostValues || characters > mostCharacters) {
      parts.push([row]);
      values = row.length;
      characters = wide;
    } else {
      last.push(row);
    }
  }
  return parts;
}

const charactersOf = (row: readonly Value[]) =>
  row.reduce<number>((sum, value) => sum + (typeof value === "string" ? value.length : 0), 0);
