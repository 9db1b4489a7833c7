import type { Answer } from "../contract/answer";
import { findVisible, isRefused } from "./permissions";
import type { ViewerPorts } from "./ports";
import { answered } from "./refusal";
import { askForReading } from "./touch-goals";

/** Whoever sees a number may ask for it to be read from Jira again. */
export async function recomputeGoal(
  ports: ViewerPorts,
  { goalId }: { readonly goalId: string },
): Promise<Answer<{ readonly goalId: string }>> {
  const found = await findVisible(ports, goalId);
  if (isRefused(found)) return found;
  const { reading } = found.row;
  if (reading?.kind !== "queued") await askForReading(ports, goalId);
  return answered({ goalId });
}
