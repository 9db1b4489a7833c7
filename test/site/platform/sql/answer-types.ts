import { isSign, isWord, type Token } from "./tokens";
import { partsOf } from "./rewriting";

/** Turns a stored value into what Forge SQL sends for a column of this type. */
export type Shaping = (value: unknown) => unknown;

const largestInt = 2 ** 31 - 1;

/** BIGINT and DECIMAL travel as text; what is computed travels as text when it is a decimal or beyond INT. */
export function shapingOf(declaredType: string, computedAsText: boolean): Shaping {
  const type = declaredType.toUpperCase();
  if (computedAsText || type.startsWith("BIGINT")) {
    return asText;
  }
  const scale = /^(?:DECIMAL|NUMERIC)\s*\(\s*\d+\s*,\s*(\d+)/.exec(type)?.[1];
  if (scale !== undefined) {
    return (value) => (value === null ? null : Number(value).toFixed(Number(scale)));
  }
  if (/^(?:TINY|SMALL|MEDIUM)?INT|^BOOL|^DOUBLE|^FLOAT/.test(type)) return (value) => value;
  return computed;
}

function asText(value: unknown): unknown {
  return typeof value === "number" || typeof value === "bigint" ? String(value) : value;
}

function computed(value: unknown): unknown {
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "number") return value;
  const wide = Math.abs(value) > largestInt || !Number.isInteger(value);
  return wide ? String(value) : value;
}

/** Names of the result's columns that MySQL computes as DECIMAL or BIGINT: sums, averages and casts. */
export function textColumnsOf(tokens: readonly Token[]): ReadonlySet<string> {
  const names = partsOf(selectListOf(tokens))
    .filter((item) => isDecimal(item))
    .map((item) => item.at(-1)?.text ?? "");
  return new Set(names);
}

function isDecimal(item: readonly Token[]): boolean {
  if (isWord(item[0], "CAST")) return item.some((token) => isWord(token, "SIGNED", "UNSIGNED"));
  const inner = item.find(
    (token) => token.kind === "word" && !isWord(token, "COALESCE", "IFNULL", "ROUND"),
  );
  return isWord(inner, "SUM", "AVG");
}

/** The items between the outermost SELECT and its FROM. */
function selectListOf(tokens: readonly Token[]): readonly Token[] {
  const list: Token[] = [];
  let depth = 0;
  let inside = false;
  for (const token of tokens) {
    if (isSign(token, "(")) depth += 1;
    if (isSign(token, ")")) depth -= 1;
    if (inside && depth === 0 && isWord(token, "FROM", "UNION")) return list;
    if (inside) list.push(token);
    if (depth === 0 && isWord(token, "SELECT")) inside = true;
  }
  return list;
}
