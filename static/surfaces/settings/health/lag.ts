import type { SyncHealthView } from "../../../../src/contract/settings";

/**
 * Events may come three minutes late, and what was missed is found every five minutes: what has waited for longer
 * than both together is behind.
 */
const usualMinutes = 10;

type Lag = "none" | "usual" | "long" | "paused";

/** How far the reading is behind Jira. */
export function lagOf({
  now,
  points,
  waitingIssues,
  waitingGoals,
  waitingSince,
}: SyncHealthView): Lag {
  if (points.pausedUntil !== null && points.pausedUntil > now) return "paused";
  if (waitingIssues + waitingGoals === 0) return "none";
  const milliseconds = waitingSince === null ? 0 : Date.parse(now) - Date.parse(waitingSince);
  return milliseconds > usualMinutes * 60_000 ? "long" : "usual";
}
