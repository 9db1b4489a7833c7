import { columnForSqlite } from "./columns";
import { EngineRefused } from "./engine";
import { closingOf, nameIn, partsOf, quotedName, quotedText, written } from "./rewriting";
import { isSign, isWord, type Token } from "./tokens";

/** A definition in SQLite's words: statements to run in order, unless the query finds a row. */
export type Definition = { readonly statements: readonly string[]; readonly unless?: string };

/** Rewrites CREATE, ALTER, DROP and TRUNCATE; what the app never needed is refused loudly. */
export function definitionForSqlite(tokens: readonly Token[]): Definition {
  const words = tokens.slice(0, 2).map((token) => token.text.toUpperCase());
  const rewrite = rewrites[words.join(" ")];
  if (rewrite === undefined) throw notModelled(tokens);
  return rewrite(tokens);
}

const rewrites: Readonly<Record<string, (tokens: readonly Token[]) => Definition>> = {
  "CREATE TABLE": createTable,
  "CREATE INDEX": createIndex,
  "CREATE UNIQUE": createIndex,
  "ALTER TABLE": alterTable,
  "DROP INDEX": dropIndex,
  "DROP TABLE": (tokens) => ({ statements: [written(tokens)] }),
  "TRUNCATE TABLE": (tokens) => ({
    statements: [`DELETE FROM ${quotedName(nameIn(tokens.at(-1)))}`],
  }),
};

function createTable(tokens: readonly Token[]): Definition {
  const open = tokens.findIndex((token) => isSign(token, "("));
  const table = nameIn(tokens[open - 1]);
  const parts = partsOf(tokens.slice(open + 1, closingOf(tokens, open)));
  const keys = new Set(parts.filter((part) => isWord(part[0], "PRIMARY")).flatMap(columnsIn));
  const indexes = parts.filter((part) => isWord(part[0], "KEY", "INDEX"));
  const members = parts
    .filter((part) => !indexes.includes(part))
    .map((part) => memberForSqlite(part, keys));
  const orNot = isWord(tokens[2], "IF") ? "IF NOT EXISTS " : "";
  return {
    statements: [
      `CREATE TABLE ${orNot}${quotedName(table)} (${members.join(", ")})`,
      ...indexes.map((part) => indexOn(table, part, "IF NOT EXISTS")),
    ],
  };
}

function memberForSqlite(part: readonly Token[], keys: ReadonlySet<string>): string {
  if (isWord(part[0], "PRIMARY")) return `PRIMARY KEY (${quotedNames(columnsIn(part))})`;
  if (isWord(part[0], "UNIQUE")) return `UNIQUE (${quotedNames(columnsIn(part))})`;
  if (isWord(part[0], "CONSTRAINT", "CHECK")) return written(part);
  return columnForSqlite(part, { inKey: keys.has(nameIn(part[0])) });
}

function indexOn(table: string, part: readonly Token[], orNot: string, unique = ""): string {
  const open = part.findIndex((token) => isSign(token, "("));
  const name = indexName(table, nameIn(part[open - 1]));
  return `CREATE ${unique}INDEX ${orNot} ${name} ON ${quotedName(table)} (${quotedNames(columnsIn(part))})`;
}

/** CREATE [UNIQUE] INDEX [IF NOT EXISTS] name ON table (columns) */
function createIndex(tokens: readonly Token[]): Definition {
  const on = tokens.findIndex((token) => isWord(token, "ON"));
  const table = nameIn(tokens[on + 1]);
  const orNot = tokens.some((token) => isWord(token, "IF")) ? "IF NOT EXISTS" : "";
  const unique = isWord(tokens[1], "UNIQUE") ? "UNIQUE " : "";
  const named = [...tokens.slice(on - 1, on), ...tokens.slice(on + 2)];
  return { statements: [indexOn(table, named, orNot, unique)] };
}

/** DROP INDEX name ON table */
function dropIndex(tokens: readonly Token[]): Definition {
  const on = tokens.findIndex((token) => isWord(token, "ON"));
  const name = indexName(nameIn(tokens[on + 1]), nameIn(tokens[on - 1]));
  const orNot = tokens.some((token) => isWord(token, "IF")) ? "IF EXISTS " : "";
  return { statements: [`DROP INDEX ${orNot}${name}`] };
}

/** One change a statement: ADD COLUMN, ADD INDEX or DROP COLUMN. */
function alterTable(tokens: readonly Token[]): Definition {
  const table = nameIn(tokens[2]);
  const change = tokens.slice(4);
  if (partsOf(change).length > 1) throw notModelled(tokens);
  if (isWord(tokens[3], "ADD") && isWord(change[0], "INDEX", "KEY")) {
    return { statements: [indexOn(table, change, "")] };
  }
  const column = isWord(change[0], "COLUMN") ? change.slice(1) : change;
  if (isWord(tokens[3], "ADD")) return addColumn(table, column);
  if (isWord(tokens[3], "DROP") && isWord(change[0], "COLUMN") && !isWord(column[0], "IF")) {
    return { statements: [`ALTER TABLE ${quotedName(table)} DROP COLUMN ${written(column)}`] };
  }
  throw notModelled(tokens);
}

function addColumn(table: string, column: readonly Token[]): Definition {
  const orNot = isWord(column[0], "IF");
  const declared = orNot ? column.slice(3) : column;
  const statement = `ALTER TABLE ${quotedName(table)} ADD COLUMN ${columnForSqlite(declared, { inKey: false, added: true })}`;
  if (!orNot) return { statements: [statement] };
  const unless = `SELECT 1 FROM pragma_table_info(${quotedText(table)}) WHERE name = ${quotedText(nameIn(declared[0]))}`;
  return { statements: [statement], unless };
}

/** Column names of the first list in parentheses; prefix lengths and directions are left out. */
function columnsIn(part: readonly Token[]): readonly string[] {
  const open = part.findIndex((token) => isSign(token, "("));
  return partsOf(part.slice(open + 1, closingOf(part, open))).map((column) => nameIn(column[0]));
}

function quotedNames(names: readonly string[]): string {
  return names.map(quotedName).join(", ");
}

/** Index names are one per database in SQLite, one per table in MySQL. */
function indexName(table: string, name: string): string {
  return quotedName(`${table}__${name}`);
}

function notModelled(tokens: readonly Token[]): EngineRefused {
  return new EngineRefused(`EMULATOR_NOT_MODELLED on SQLite: ${written(tokens)}`, {
    errno: 1235,
    code: "ER_NOT_SUPPORTED_YET",
  });
}
