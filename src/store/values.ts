import { isSize, wholeThousandths } from "../domain/own-size";

/** An id as the store keeps it. Ids beyond 2^53 would lose digits in JSON, so they are refused. */
export function idValue(id: string): number {
  const value = Number(id);
  if (!Number.isSafeInteger(value) || value < 0)
    throw new RangeError("not an id the store can keep");
  return value;
}

export const idOrNull = (id: string | null): number | null => (id === null ? null : idValue(id));

export const flagValue = (flag: boolean): number => (flag ? 1 : 0);

/** An instant in epoch milliseconds. */
export const instantValue = (at: Date): number => at.getTime();

export const instantOrNull = (at: Date | null): number | null =>
  at === null ? null : at.getTime();

const dayMilliseconds = 86_400_000;

/** A calendar day "2026-03-16" as days since 1970-01-01. */
export const dayValue = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayMilliseconds;

export const dayOrNull = (day: string | null): number | null =>
  day === null ? null : dayValue(day);

/** Days since 1970-01-01 as "2026-03-16". */
export const dayText = (day: number): string =>
  new Date(day * dayMilliseconds).toISOString().slice(0, 10);

/** A calendar month "2026-03" as months since 1970-01. */
export const monthValue = (month: string): number =>
  (Number(month.slice(0, 4)) - 1970) * 12 + Number(month.slice(5)) - 1;

/** Months since 1970-01 as "2026-03". */
export const monthText = (month: number): string =>
  new Date(Date.UTC(1970, month)).toISOString().slice(0, 7);

/** Story points in whole thousandths; what is no estimate at all is none. */
export const thousandthsOrNull = (points: number | null): number | null =>
  points !== null && isSize(points) ? wholeThousandths(points) : null;

/** Whole seconds; what is no estimate at all is none. */
export const secondsOrNull = (seconds: number | null): number | null =>
  seconds !== null && isSize(seconds) ? Math.round(seconds) : null;

/** Text for a column of so many characters, cut between characters; MySQL counts code points. */
export const textUpTo = (limit: number, text: string): string =>
  text.length <= limit ? text : Array.from(text).slice(0, limit).join("");
