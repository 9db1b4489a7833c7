import type { Database } from "node-sqlite3-wasm";

/** Gives SQLite MySQL's text functions under utf8mb4_bin: LIKE minds case and escapes with a backslash. */
export function addMysqlFunctions(database: Database): void {
  const deterministic = { deterministic: true };
  database.function(
    "like",
    (pattern, value) =>
      pattern === null || value === null ? null : likeOf(String(pattern)).test(String(value)),
    deterministic,
  );
  database.function(
    "lower",
    (text) => (text === null ? null : String(text).toLowerCase()),
    deterministic,
  );
  database.function(
    "upper",
    (text) => (text === null ? null : String(text).toUpperCase()),
    deterministic,
  );
}

const patterns = new Map<string, RegExp>();

function likeOf(pattern: string): RegExp {
  const known = patterns.get(pattern) ?? compiled(pattern);
  if (patterns.size > 100) patterns.clear();
  patterns.set(pattern, known);
  return known;
}

function compiled(pattern: string): RegExp {
  const source = pattern.replace(/\\([\s\S])|[\s\S]/g, (character, escaped?: string) => {
    if (escaped !== undefined) return literal(escaped);
    if (character === "%") return "[\\s\\S]*";
    return character === "_" ? "[\\s\\S]" : literal(character);
  });
  return new RegExp(`^${source}$`, "u");
}

function literal(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
