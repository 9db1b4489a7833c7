import {
  classFields,
  type DayFields,
  fields,
  fieldsOf,
  keptDayOf,
  shareFields,
} from "./day-fields";
import type { KeptDay } from "./kept-day";

/**
 * A day of a goal as text, about 50 characters: the letter of each field and what it holds, "…B4…I7…O10…Rpoints…".
 * Written so it is the change that leads from a day without anything to this one.
 */
export const writtenDay = (kept: KeptDay): string => changeBetween(noFields, fieldsOf(kept));

export const readDay = (text: string): KeptDay => keptDayOf(changed(noFields, text));

export const noFields: DayFields = { numbers: new Map(), texts: new Map() };

/** Numbers as their difference, texts as they became; "" where nothing changed. */
export function changeBetween(before: DayFields, after: DayFields): string {
  const numbers = fieldsIn(before.numbers, after.numbers).map((field) => {
    const difference = (after.numbers.get(field) ?? 0) - (before.numbers.get(field) ?? 0);
    return difference === 0 ? "" : field + numberText(field, difference);
  });
  const texts = fieldsIn(before.texts, after.texts).map((field) => {
    const text = after.texts.get(field) ?? "";
    return text === (before.texts.get(field) ?? "") ? "" : field + text;
  });
  return [...numbers, ...texts].join("");
}

/** The day that such a change leads to. */
export function changed(before: DayFields, change: string): DayFields {
  const numbers = new Map(before.numbers);
  const texts = new Map(before.texts);
  for (const [, field = "", text = ""] of change.matchAll(changesOfFields)) {
    if (isNumber(field)) numbers.set(field, (numbers.get(field) ?? 0) + numberOf(field, text));
    else texts.set(field, text);
  }
  return { numbers: without(numbers, 0), texts: without(texts, "") };
}

const changesOfFields = /([A-Z])([^A-Z]*)/g;

const sizeFields: ReadonlySet<string> = new Set([
  ...Object.values(classFields).map(({ size }) => size),
  ...Object.values(shareFields).flatMap(({ above, below }) => [above, below]),
]);
const numberFields: ReadonlySet<string> = new Set([
  fields.computedAt,
  fields.ruleVersion,
  fields.unsized,
  ...Object.values(classFields).map(({ count }) => count),
  ...sizeFields,
]);
const isNumber = (field: string) => numberFields.has(field);

const instantBase = 36;

/** Instants are long: in base 36 they take two thirds. Sizes are written in their unit, of which they are thousandths. */
function numberText(field: string, value: number): string {
  if (field === fields.computedAt) return value.toString(instantBase);
  return String(sizeFields.has(field) ? value / 1000 : value);
}

function numberOf(field: string, text: string): number {
  if (field === fields.computedAt) return Number.parseInt(text, instantBase);
  return sizeFields.has(field) ? Math.round(Number(text) * 1000) : Number(text);
}

const fieldsIn = (a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>) =>
  [...new Set([...a.keys(), ...b.keys()])].toSorted();

const without = <T>(map: ReadonlyMap<string, T>, nothing: T): ReadonlyMap<string, T> =>
  new Map([...map].filter(([, value]) => value !== nothing));
