import type { GoalDraft } from "../contract/requests";
import type { Goal } from "../domain/goal";
import { changeGoal, type GoalChange } from "./change-goal";
import { draftProblem } from "./check-draft";
import type { ViewerPorts } from "./ports";

type EditGoal = GoalChange & { readonly goal: GoalDraft };

export function editGoal(ports: ViewerPorts, { goal: draft, ...change }: EditGoal) {
  return changeGoal(ports, change, {
    action: "edit-goal",
    decide: async (before) =>
      (await draftProblem(ports, draft, before)) ?? { ...draft, ...combiningOf(draft, before) },
  });
}

/** What a draft leaves out stays as it was. */
const combiningOf = (draft: GoalDraft, before: Goal) => ({
  combine: draft.combine ?? before.combine,
  weight: draft.weight ?? before.weight,
  ownWeight: draft.ownWeight ?? before.ownWeight,
});
