import { changeGoal, type GoalChange } from "./change-goal";
import type { ViewerPorts } from "./ports";

type ArchiveGoal = GoalChange & { readonly archived: boolean };

/** Archives a goal, or brings it back. Its children stay where they are and no longer count in anything through it. */
export function archiveGoal(ports: ViewerPorts, { archived, ...change }: ArchiveGoal) {
  return changeGoal(ports, change, {
    action: archived ? "archive-goal" : "restore-goal",
    evenArchived: true,
    decide: () => Promise.resolve({ archived }),
  });
}
