import type { Answer } from "../contract/answer";
import { goalSaved } from "../contract/receipts";
import type { GoalDraft } from "../contract/requests";
import type { Goal } from "../domain/goal";
import { draftProblem } from "./check-draft";
import { withFollowUp } from "./follow-up";
import { givenAnswer, keepAnswer } from "./given-answer";
import type { ViewerPorts } from "./ports";
import { recordAction } from "./record-action";
import { answered, refused } from "./refusal";
import { mayCreateGoals } from "./settings/may-create";

type Saved = { readonly goalId: string; readonly version: number };

/** Anyone who is logged in may make a goal. The id is kept before the goal is written, so that a repeat makes no second. */
export async function createGoal(
  ports: ViewerPorts,
  { key, goal: draft }: { readonly key: string; readonly goal: GoalDraft },
): Promise<Answer<Saved>> {
  const { store, newId } = ports;
  const given = await givenAnswer(ports, key, goalSaved);
  if (given !== null && (await store.goals.byId(given.goalId)) !== null) return answered(given);
  if (!(await mayCreateGoals(ports))) return refused("not-allowed");
  const problem = await draftProblem(ports, draft, null);
  if (problem !== null) return problem;
  const saved = given ?? { goalId: newId(), version: 1 };
  await keepAnswer(ports, key, saved);
  return withFollowUp(ports, { kind: "tree" }, async () => {
    await store.goals.insert(newGoal(ports, saved.goalId, draft));
    await recordAction(ports, saved.goalId, "create-goal", draft);
    return answered(saved);
  });
}

function newGoal({ viewer, now }: ViewerPorts, id: string, draft: GoalDraft): Goal {
  const createdAt = now();
  return {
    ...draft,
    combine: draft.combine ?? "union",
    weight: draft.weight ?? 1,
    ownWeight: draft.ownWeight ?? 1,
    id,
    archived: false,
    version: 1,
    ruleVersion: 1,
    createdBy: viewer.accountId,
    createdAt,
    updatedAt: createdAt,
  };
}
