/** A Jira issue key, wherever it stands: in a list, a sentence or an address. */
const key = /(?<![A-Za-z0-9_])[A-Za-z][A-Za-z0-9_]{0,59}-[1-9]\d{0,9}(?![A-Za-z0-9])/g;

/** The issue keys of any text, each once and in upper case, and the words that hold none. */
export function issueKeysIn(text: string): {
  readonly keys: readonly string[];
  readonly others: readonly string[];
} {
  const words = text.split(/[\s,;]+/).filter((word) => word !== "");
  const found = words.map((word) => ({ word, keys: word.match(key) ?? [] }));
  return {
    keys: [...new Set(found.flatMap(({ keys }) => keys.map((each) => each.toUpperCase())))],
    others: found.filter(({ keys }) => keys.length === 0).map(({ word }) => word),
  };
}
