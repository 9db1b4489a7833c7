import { dayMilliseconds } from "../../../charts/time-scale";

/** The UTC day of an instant: "2026-11-23". */
export function dayOf(instant: string): string {
  return instant.slice(0, "2026-11-23".length);
}

/** The first moment of a UTC day; null for what is no day, as a date field that is being typed into gives. */
export function momentOfDay(day: string): string | null {
  const instant = `${day}T00:00:00.000Z`;
  return Number.isNaN(Date.parse(instant)) ? null : instant;
}

/** The first moment of the UTC day so many days before an instant. */
export function daysBefore(instant: string, days: number): string {
  const before = new Date(Date.parse(instant) - days * dayMilliseconds);
  return `${dayOf(before.toISOString())}T00:00:00.000Z`;
}
