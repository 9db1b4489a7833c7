import { changeGoal, type GoalChange } from "./change-goal";
import { parentProblem } from "./check-draft";
import type { ViewerPorts } from "./ports";

type MoveGoal = GoalChange & { readonly parentId: string | null };

/** Puts a goal under another one, or at the top. */
export function moveGoal(ports: ViewerPorts, { parentId, ...change }: MoveGoal) {
  return changeGoal(ports, change, {
    action: "move-goal",
    decide: async (before) => (await parentProblem(ports, parentId, before)) ?? { parentId },
  });
}
