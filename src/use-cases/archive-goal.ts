import type { Answer } from "../contract/answer";
import { goalSaved } from "../contract/goal";
import { givenAnswer, keepAnswer } from "./given-answer";
import { findEditable, isRefused } from "./permissions";
import type { ViewerPorts } from "./ports";
import { answered } from "./refusal";
import { saveGoal } from "./save-goal";

type ArchiveGoal = {
  readonly key: string;
  readonly goalId: string;
  readonly version: number;
  readonly archived: boolean;
};

/** Archives a goal, or brings it back. Its children stay where they are and no longer count in anything through it. */
export async function archiveGoal(
  ports: ViewerPorts,
  { key, goalId, version, archived }: ArchiveGoal,
): Promise<Answer<{ readonly goalId: string; readonly version: number }>> {
  const given = await givenAnswer(ports, key, goalSaved);
  if (given !== null) return answered(given);
  const before = await findEditable(ports, goalId);
  if (isRefused(before)) return before;
  const action = archived ? "archive-goal" : "restore-goal";
  const saved = await saveGoal(ports, { before, changed: { archived }, basedOn: version, action });
  if (saved.ok) await keepAnswer(ports, key, saved.value);
  return saved;
}
