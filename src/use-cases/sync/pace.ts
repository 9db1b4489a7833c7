import { budgetOf } from "./reading-pause";
import type { Noted } from "./sync-ports";

/** Part of the hour's budget that may be spent at once, and part that may be spent ahead of the clock after that. */
const free = 0.5;
const ahead = 0.1;
/** Jira's own events come up to three minutes late. */
const longestSeconds = 120;
const secondsAnHour = 3600;

/**
 * Seconds that changes wait to be taken in together: none while half of the hour's points is left or reading keeps to the
 * clock, more the further it is ahead. A budget that is used up early would leave every number as it is until the next
 * hour; jobs that take in more at once cost less.
 */
export function paceOf(
  { pointsUsed, pointsShare }: Pick<Noted, "pointsUsed" | "pointsShare">,
  now: Date,
): number {
  const passed = (now.getUTCMinutes() * 60 + now.getUTCSeconds()) / secondsAnHour;
  const spent = pointsUsed / Math.max(1, budgetOf(pointsShare));
  const over = spent - Math.max(free, passed + ahead);
  return over <= 0 ? 0 : Math.min(longestSeconds, Math.round(over * secondsAnHour));
}
