import type { Answer } from "../contract/answer";
import { goalSaved, type GoalDraft } from "../contract/goal";
import type { Goal } from "../domain/goal";
import { draftProblem } from "./check-draft";
import { givenAnswer, keepAnswer } from "./given-answer";
import { findEditable, isRefused } from "./permissions";
import type { ViewerPorts } from "./ports";
import { answered, refused } from "./refusal";
import { saveGoal } from "./save-goal";

type EditGoal = {
  readonly key: string;
  readonly goalId: string;
  readonly version: number;
  readonly goal: GoalDraft;
};

export async function editGoal(
  ports: ViewerPorts,
  { key, goalId, version, goal: draft }: EditGoal,
): Promise<Answer<{ readonly goalId: string; readonly version: number }>> {
  const given = await givenAnswer(ports, key, goalSaved);
  if (given !== null) return answered(given);
  const before = await findEditable(ports, goalId);
  if (isRefused(before)) return before;
  if (before.archived) return refused("archived");
  const problem = await draftProblem(ports, draft, before);
  if (problem !== null) return problem;
  const changed = { ...draft, ...combiningOf(draft, before) };
  const change = { before, changed, basedOn: version, action: "edit-goal" };
  const saved = await saveGoal(ports, change);
  if (saved.ok) await keepAnswer(ports, key, saved.value);
  return saved;
}

/** What a draft leaves out stays as it was. */
const combiningOf = (draft: GoalDraft, before: Goal) => ({
  combine: draft.combine ?? before.combine,
  weight: draft.weight ?? before.weight,
  ownWeight: draft.ownWeight ?? before.ownWeight,
});
