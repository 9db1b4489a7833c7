import type { Goal, GoalState } from "./goal";

/**
 * Whether a goal's work counts in its parent. Candidates are shown apart, dropped and archived goals are out, and a
 * carried-over goal counts in its successor.
 */
export function countsInParent(goal: Pick<Goal, "state" | "archived">): boolean {
  return !goal.archived && countingStates.includes(goal.state);
}

/** States whose work counts in the parent. */
const countingStates: readonly GoalState[] = ["committed", "achieved", "partly-achieved", "missed"];
