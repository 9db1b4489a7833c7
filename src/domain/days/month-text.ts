import { type DayFields, fieldsOf, figuresIn, keptDayOf } from "./day-fields";
import { changeBetween, changed, noFields } from "./day-text";
import type { DatedDay, KeptDay } from "./kept-day";

/**
 * The days of one calendar month as text, a part for each from the first on: the first kept day whole, every further as
 * its change against the kept day before. A day with the figures of the day before takes one character, its comma: it
 * keeps the instant and the pools with which they were first computed, because computing them again, which happens
 * whenever a project's pools are read again, told nothing new.
 */
export function writtenMonth(days: readonly DatedDay[]): string {
  const byNumber = new Map(days.map(({ day, kept }) => [numberInMonth(day), fieldsOf(kept)]));
  let before = noFields;
  const parts: string[] = [];
  for (let number = 1; number <= Math.max(0, ...byNumber.keys()); number += 1) {
    const day = byNumber.get(number);
    if (day === undefined) {
      parts.push(noDay);
    } else if (isSame(before, day)) {
      parts.push("");
    } else {
      parts.push(changeBetween(before, day));
      before = day;
    }
  }
  return parts.join(",");
}

/** The days that were written, in ascending day; the month is "2026-03". */
export function readMonth(month: string, text: string): readonly DatedDay[] {
  let before = noFields;
  return text.split(",").flatMap((part, at) => {
    if (part === noDay) return [];
    before = changed(before, part);
    return [{ day: `${month}-${String(at + 1).padStart(2, "0")}`, kept: keptDayOf(before) }];
  });
}

/** Whether two days have the same figures under the same rule, whenever they were computed. */
export const hasSameFigures = (a: KeptDay, b: KeptDay): boolean => isSame(fieldsOf(a), fieldsOf(b));

const isSame = (a: DayFields, b: DayFields) => changeBetween(figuresIn(a), figuresIn(b)) === "";

/** The month of a calendar day, "2026-03". */
export const monthOf = (day: string): string => day.slice(0, 7);

const numberInMonth = (day: string) => Number(day.slice(8));

const noDay = "-";
