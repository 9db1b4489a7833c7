import { rowsPerStatement } from "./statement";

/** A request may have 1 MiB, of which every character of a document takes up to three bytes. */
const mostCharacters = 300_000;

/** Rows in the parts that fit into one request each. */
export function requestsOf<T>(
  rows: readonly T[],
  charactersIn: (row: T) => number,
): readonly (readonly T[])[] {
  const requests: T[][] = [];
  let characters = 0;
  for (const row of rows) {
    const last = requests.at(-1);
    characters += charactersIn(row);
    if (last === undefined || last.length === rowsPerStatement || characters > mostCharacters) {
      requests.push([row]);
      characters = charactersIn(row);
    } else {
      last.push(row);
    }
  }
  return requests;
}
