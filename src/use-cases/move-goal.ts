import type { Answer } from "../contract/answer";
import { goalSaved } from "../contract/goal";
import { parentProblem } from "./check-draft";
import { givenAnswer, keepAnswer } from "./given-answer";
import { findEditable, isRefused } from "./permissions";
import type { ViewerPorts } from "./ports";
import { answered, refused } from "./refusal";
import { saveGoal } from "./save-goal";

type MoveGoal = {
  readonly key: string;
  readonly goalId: string;
  readonly version: number;
  readonly parentId: string | null;
};

/** Puts a goal under another one, or at the top. */
export async function moveGoal(
  ports: ViewerPorts,
  { key, goalId, version, parentId }: MoveGoal,
): Promise<Answer<{ readonly goalId: string; readonly version: number }>> {
  const given = await givenAnswer(ports, key, goalSaved);
  if (given !== null) return answered(given);
  const before = await findEditable(ports, goalId);
  if (isRefused(before)) return before;
  if (before.archived) return refused("archived");
  const problem = await parentProblem(ports, parentId, before);
  if (problem !== null) return problem;
  const change = { before, changed: { parentId }, basedOn: version, action: "move-goal" };
  const saved = await saveGoal(ports, change);
  if (saved.ok) await keepAnswer(ports, key, saved.value);
  return saved;
}
