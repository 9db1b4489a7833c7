import type { Random } from "./random";

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** The company's Jira begins; epoch milliseconds. */
export const companyStart = Date.UTC(2025, 3 /* Apr */, 30);
/** The last instant of the data, 18 months later, and where the site's clock starts. */
export const companyNow = Date.UTC(2026, 9 /* Oct */, 30, 12);

/** An instant of a working day near the one given: from eight to six o'clock, Monday to Friday. */
export function workingTime(random: Random, at: number): number {
  const midnight = Math.floor(at / day) * day;
  const weekday = new Date(midnight).getUTCDay();
  const monday = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
  return midnight + monday * day + 8 * hour + Math.floor(random.next() * 10 * hour);
}

/** The working time near `at`, or soon after `previous` when that comes later. */
export function workingTimeAfter(random: Random, previous: number, at: number): number {
  const soonest = previous + Math.floor(random.between(5 * minute, 3 * hour));
  return Math.max(soonest, workingTime(random, at));
}

export const isoOf = (at: number) => new Date(at).toISOString();
export const dayOf = (at: number) => isoOf(at).slice(0, 10);
