import type { SyncHealthView } from "../../../../src/contract/settings";

/**
 * Events may come three minutes late, and what was missed is found every five minutes: what has waited for longer
 * than both together is behind.
 */
const usualMinutes = 10;

type Lag = "none" | "usual" | "long";

/** How far the numbers are behind Jira: by the change or the goal that waits longest. */
export function lagOf(health: SyncHealthView): Lag {
  const { now, waitingIssues, waitingGoals, waitingSince, goalsWaitingSince } = health;
  if (waitingIssues + waitingGoals === 0) return "none";
  const waits = [waitingSince, goalsWaitingSince].map((since) =>
    since === null ? 0 : Date.parse(now) - Date.parse(since),
  );
  return Math.max(...waits) > usualMinutes * 60_000 ? "long" : "usual";
}
