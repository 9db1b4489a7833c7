import type { GoalDraft, GoalView } from "../../../src/contract/goal";

/** The part of a goal that a person writes. */
export function draftOf({ line, why, countSubTasks, startDay }: GoalView): GoalDraft {
  const { title, owner, state, rule, targetDay, parentId } = line;
  return {
    title,
    why,
    owner,
    state,
    rule,
    countSubTasks,
    startDay,
    targetDay,
    parentId,
  };
}
