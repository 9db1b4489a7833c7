import type { Problem } from "../../src/contract/answer";

/** After a failure views ask again by themselves. */
export const retrySeconds = 30;

const minute = 60_000;
const hour = 60 * minute;

/**
 * How long a view waits where Jira wants no more questions, in milliseconds: until it said, a minute at least, an hour
 * at most, since its quota comes anew each hour. Chance spreads all the views that wait over half a minute.
 */
export function waitMilliseconds({ until }: Problem, now: number): number {
  const left = until === undefined ? 0 : Date.parse(until) - now;
  return Math.min(hour, Math.max(minute, left)) + Math.random() * retrySeconds * 1000;
}
