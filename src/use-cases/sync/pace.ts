import { budgetOf } from "./reading-pause";
import type { Noted } from "./sync-ports";

/**
 * Of the hour's budget a fifth may be spent at once. Then changes wait up to a minute, so that a first reading hardly slows
 * what follows it; and as long as may be when half is spent. Jira's own events come up to three minutes late.
 */
const steps = [
  { free: 0.2, longestSeconds: 60 },
  { free: 0.5, longestSeconds: 120 },
] as const;
/** Part of what is left of the hour that may be spent ahead of the clock, so that the budget lasts to the hour's end. */
const ahead = 0.1;
/** So far beyond that, or beyond what is free, changes wait the longest. */
const farthest = 0.1;
const secondsAnHour = 3600;

/**
 * Seconds that changes wait to be taken in together: none while reading keeps to the clock, more the further it is ahead.
 * A budget that is used up early would leave every number as it is until the next hour; jobs that take in more at once
 * cost less, and the earlier they begin to, the shorter is every wait (docs/cost.md tells how long).
 */
export function paceOf(
  { pointsUsed, pointsShare }: Pick<Noted, "pointsUsed" | "pointsShare">,
  now: Date,
): number {
  const passed = (now.getUTCMinutes() * 60 + now.getUTCSeconds()) / secondsAnHour;
  const spent = pointsUsed / Math.max(1, budgetOf(pointsShare));
  const kept = passed + ahead * (1 - passed);
  const waits = steps.map(({ free, longestSeconds }) => {
    const over = spent - Math.max(free, kept);
    return Math.round(longestSeconds * Math.min(1, Math.max(0, over / farthest)));
  });
  return Math.max(...waits);
}
