import type { ColumnSource } from "./select-lists";

/** Turns a stored value into what Forge SQL sends for a column of this type. */
export type Shaping = (value: unknown) => unknown;

const largestInt = 2 ** 31 - 1;

/** BIGINT and DECIMAL travel as text; what is computed travels as text when it is a decimal or beyond INT. */
export function shapingOf(declaredType: string, source: ColumnSource | undefined): Shaping {
  if (source === "sum") return asText;
  if (source === "average") return (value) => fixed(value, averageDigits);
  const type = declaredType.toUpperCase();
  if (type.startsWith("BIGINT")) return asText;
  const scale = /^(?:DECIMAL|NUMERIC)\s*\(\s*\d+\s*,\s*(\d+)/.exec(type)?.[1];
  if (scale !== undefined) return (value) => fixed(value, Number(scale));
  if (/^(?:TINY|SMALL|MEDIUM)?INT|^BOOL|^DOUBLE|^FLOAT/.test(type)) return (value) => value;
  return computed;
}

/** MySQL's div_precision_increment. */
const averageDigits = 4;

/** What a computed whole number looks like: a number, or text beyond INT. */
export function computedInteger(text: string): string | number {
  return Math.abs(Number(text)) > largestInt ? text : Number(text);
}

function fixed(value: unknown, digits: number): unknown {
  return value === null ? null : Number(value).toFixed(digits);
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
