import { definitionForSqlite, type Definition } from "./definitions";
import { queryForSqlite } from "./queries";
import { closingOf, partsOf, written } from "./rewriting";
import { isSign, isWord, tokensOf, type Token } from "./tokens";

/** A statement of MySQL's dialect made ready for SQLite. */
export type SqliteStatement =
  | { readonly kind: "definition"; readonly definition: Definition }
  | {
      readonly kind: "read";
      readonly sql: string;
      /** A query with the same columns of which a view may be made: it tells the types behind them. */
      readonly shape: string;
      readonly tokens: readonly Token[];
    }
  | { readonly kind: "write"; readonly sql: string };

/** Translates a statement, so that the app's SQL runs on SQLite as it runs on Forge SQL. */
export function forSqlite(sql: string): SqliteStatement {
  const all = tokensOf(sql);
  const tokens = isSign(all.at(-1), ";") ? all.slice(0, -1) : all;
  if (isWord(tokens[0], "CREATE", "ALTER", "DROP", "TRUNCATE")) {
    return { kind: "definition", definition: definitionForSqlite(tokens) };
  }
  const query = isWord(tokens[0], "SHOW") ? showTables : queryForSqlite(tokens);
  if (isWord(tokens[0], "INSERT", "REPLACE", "UPDATE", "DELETE")) {
    return { kind: "write", sql: written(query) };
  }
  return {
    kind: "read",
    sql: written(query),
    shape: written(withoutExtremes(query), "NULL"),
    tokens,
  };
}

/** MIN(x) and MAX(x) have the type of x, which SQLite tells only of x itself. */
function withoutExtremes(query: readonly Token[]): readonly Token[] {
  return query.filter((token, at) => {
    if (!isWord(token, "MIN", "MAX") || !isSign(query[at + 1], "(")) return true;
    return partsOf(query.slice(at + 2, closingOf(query, at + 1))).length > 1;
  });
}

const showTables = tokensOf(
  "SELECT name AS Tables_in_app FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name",
);
