import type { Answer } from "../contract/answer";
import { goalSaved } from "../contract/receipts";
import type { Goal } from "../domain/goal";
import { givenAnswer, keepAnswer } from "./given-answer";
import { findEditable, isRefused } from "./permissions";
import type { ViewerPorts } from "./ports";
import { answered, refused, type Refused } from "./refusal";
import { saveGoal } from "./save-goal";

/** What every call that changes a goal says of it: its own key, the goal, and the version that the person had before them. */
export type GoalChange = {
  readonly key: string;
  readonly goalId: string;
  readonly version: number;
};

type Wanted = {
  /** As the audit log names it. */
  readonly action: string;
  /** An archived goal may be changed too. */
  readonly evenArchived?: boolean;
  /** What becomes of the goal, or why it must not. */
  readonly decide: (before: Goal) => Promise<Partial<Goal> | Refused>;
};

/** Changes a goal once for a key: whoever repeats the call gets the answer that was given. */
export async function changeGoal(
  ports: ViewerPorts,
  { key, goalId, version }: GoalChange,
  { action, evenArchived = false, decide }: Wanted,
): Promise<Answer<{ readonly goalId: string; readonly version: number }>> {
  const given = await givenAnswer(ports, key, goalSaved);
  if (given !== null) return answered(given);
  const before = await findEditable(ports, goalId);
  if (isRefused(before)) return before;
  if (before.archived && !evenArchived) return refused("archived");
  const changed = await decide(before);
  if (isRefused(changed)) return changed;
  const saved = await saveGoal(ports, { before, changed, basedOn: version, action });
  if (saved.ok) await keepAnswer(ports, key, saved.value);
  return saved;
}
