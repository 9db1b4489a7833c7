import type { Goal } from "./goal";
import { grouped } from "./grouped";

/** Levels of goals one above another, roots included. */
export const mostLevels = 10;

/** Levels of goals below this one: 0 without children. A loop is gone through once. */
export function levelsBelow(
  goalId: string,
  goals: readonly Pick<Goal, "id" | "parentId">[],
): number {
  const children = grouped(goals, (goal) => goal.parentId ?? "");
  const seen = new Set([goalId]);
  let level = [goalId];
  for (let depth = 0; ; depth++) {
    level = level
      .flatMap((id) => children.get(id) ?? [])
      .flatMap((goal) => (seen.has(goal.id) ? [] : [goal.id]));
    if (level.length === 0) return depth;
    for (const id of level) seen.add(id);
  }
}

/** What stands against a goal under a parent. */
export type ParentageProblem = "parent-cycle" | "too-deep";

/**
 * A goal cannot be its own ancestor, and a tree stays readable and its closure small within ten levels.
 * `goalId` is null for a goal about to be created.
 */
export function parentageProblemOf(asked: {
  readonly goalId: string | null;
  readonly parentId: string | null;
  /** From the parent's parent up to the root. */
  readonly ancestorsOfParent: readonly string[];
  /** Levels of goals below the goal itself: 0 without children. */
  readonly levelsBelow: number;
}): ParentageProblem | null {
  if (asked.parentId === null) return null;
  const above = [asked.parentId, ...asked.ancestorsOfParent];
  if (asked.goalId !== null && above.includes(asked.goalId)) return "parent-cycle";
  return above.length + 1 + asked.levelsBelow > mostLevels ? "too-deep" : null;
}
