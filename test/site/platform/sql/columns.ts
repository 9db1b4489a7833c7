import { closingOf, nameIn, quotedName, written } from "./rewriting";
import { isSign, isWord, type Token } from "./tokens";

const range = (bits: number, unsigned: boolean): readonly [string, string] => {
  const size = 2n ** BigInt(bits);
  return unsigned ? ["0", String(size - 1n)] : [String(-size / 2n), String(size / 2n - 1n)];
};
/** Numbers beyond 2^53 would lose digits on their way through JSON. */
const safe = String(Number.MAX_SAFE_INTEGER);
const integerBits: Readonly<Record<string, number>> = {
  TINYINT: 8,
  BOOLEAN: 8,
  BOOL: 8,
  SMALLINT: 16,
  MEDIUMINT: 24,
  INT: 32,
  INTEGER: 32,
};
const textBytes: Readonly<Record<string, number>> = {
  TINYTEXT: 255,
  TEXT: 65_535,
  MEDIUMTEXT: 16_777_215,
};

/** Writes a column for SQLite, with the checks that MySQL makes by itself and SQLite does not. */
export function columnForSqlite(
  part: readonly Token[],
  options: { readonly inKey: boolean; readonly added?: boolean },
): string {
  const name = nameIn(part[0]);
  const type = nameIn(part[1]).toUpperCase();
  const has = (...words: readonly string[]) =>
    part.some((_token, at) => words.every((each, offset) => isWord(part[at + offset], each)));
  if (has("AUTO_INCREMENT")) return `${quotedName(name)} INTEGER PRIMARY KEY AUTOINCREMENT`;
  const inKey = has("PRIMARY", "KEY");
  const notNull = options.inKey || inKey || has("NOT", "NULL");
  return [
    quotedName(name),
    `${type}${sizeIn(part)}`,
    notNull ? "NOT NULL" : "",
    defaultOf(part, notNull && options.added === true ? implicitDefault(type) : ""),
    inKey ? "PRIMARY KEY" : "",
    has("UNIQUE") ? "UNIQUE" : "",
    checkOf({ name, type, length: nextNumber(part), unsigned: has("UNSIGNED") }),
  ].join(" ");
}

/** The 255 of VARCHAR(255). */
function nextNumber(part: readonly Token[]): string {
  return part[3]?.text ?? "";
}

/** `(10, 2)` behind the type, or nothing. */
function sizeIn(part: readonly Token[]): string {
  if (!isSign(part[2], "(")) return "";
  return written(part.slice(2, closingOf(part, 2) + 1));
}

function checkOf(column: {
  readonly name: string;
  readonly type: string;
  readonly length: string;
  readonly unsigned: boolean;
}): string {
  const name = quotedName(column.name);
  const bits = integerBits[column.type];
  if (bits !== undefined || column.type === "BIGINT") {
    const [low, high] = bits === undefined ? [`-${safe}`, safe] : range(bits, column.unsigned);
    return (
      check(
        `Incorrect integer value for column '${column.name}'`,
        `typeof(${name}) = 'integer'`,
        name,
      ) +
      check(
        `Out of range value for column '${column.name}'`,
        `${name} BETWEEN ${low} AND ${high}`,
        name,
      )
    );
  }
  const tooLong = `Data too long for column '${column.name}'`;
  if (column.type === "VARCHAR" || column.type === "CHAR") {
    return check(tooLong, `length(${name}) <= ${column.length}`, name);
  }
  const bytes = textBytes[column.type];
  if (bytes !== undefined) return check(tooLong, `octet_length(${name}) <= ${String(bytes)}`, name);
  if (["DECIMAL", "NUMERIC", "DOUBLE", "FLOAT"].includes(column.type)) {
    const numeric = `typeof(${name}) IN ('integer', 'real')`;
    return check(`Incorrect decimal value for column '${column.name}'`, numeric, name);
  }
  return timeCheck(column.name, column.type);
}

/** Strict mode takes times only as MySQL writes them, not as ISO 8601. */
function timeCheck(column: string, type: string): string {
  const name = quotedName(column);
  const glob = {
    DATE: "????-??-??",
    DATETIME: "????-??-?? ??:??:??*",
    TIMESTAMP: "????-??-?? ??:??:??*",
  };
  if (type !== "DATE" && type !== "DATETIME" && type !== "TIMESTAMP") return "";
  return check(
    `Incorrect datetime value for column '${column}'`,
    `${name} GLOB '${glob[type]}'`,
    name,
  );
}

/** The constraint's name is the sentence MySQL would say, so that the refusal can be passed on as it comes. */
function check(sentence: string, condition: string, name: string): string {
  return ` CONSTRAINT "${sentence}" CHECK (${name} IS NULL OR ${condition})`;
}

function defaultOf(part: readonly Token[], otherwise: string): string {
  const at = part.findIndex((token) => isWord(token, "DEFAULT"));
  if (at < 0) return otherwise;
  const signed = isSign(part[at + 1], "-") ? 2 : 1;
  return `DEFAULT ${written(part.slice(at + 1, at + 1 + signed)).replace("- ", "-")}`;
}

/** MySQL fills a new NOT NULL column of old rows with the type's zero. */
function implicitDefault(type: string): string {
  return /CHAR|TEXT/.test(type) ? "DEFAULT ''" : "DEFAULT 0";
}
