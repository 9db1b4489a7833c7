import type { GoalDraft } from "../../../src/contract/requests";
import type { GoalView } from "../../../src/contract/goal";

/** The part of a goal that a person writes. */
export function draftOf(goal: GoalView): GoalDraft {
  const { line, why, countSubTasks, startDay, weight, combining } = goal;
  const { title, owner, state, rule, targetDay, parentId } = line;
  return {
    title,
    why,
    owner,
    state,
    rule,
    countSubTasks,
    combine: combining.kind,
    weight,
    ...ownWeightOf(combining),
    startDay,
    targetDay,
    parentId,
  };
}

/** The weight of the own links is known where it counts. */
function ownWeightOf(combining: GoalView["combining"]): Pick<GoalDraft, "ownWeight"> {
  if (combining.kind === "union" || combining.own === null) return {};
  return { ownWeight: combining.own.weight };
}
