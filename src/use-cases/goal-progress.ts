import type { Answer } from "../contract/answer";
import type { GoalProgress } from "../contract/progress";
import { spreadGlance } from "./evidence/spread-glance";
import { findVisibleAtOnce, isRefused } from "./permissions";
import type { ViewerPorts } from "./ports";
import { progressViewOf } from "./progress-view";
import { answered, refused } from "./refusal";

/** What a gadget shows: at most two SQL statements and one question to Jira. */
export async function goalProgress(
  ports: ViewerPorts,
  { goalId }: { readonly goalId: string },
): Promise<Answer<GoalProgress>> {
  const found = await findVisibleAtOnce(ports, goalId);
  if (isRefused(found)) return found;
  const { goal } = found.row;
  if (goal.archived) return refused("archived");
  return answered({
    goalId,
    title: goal.title,
    state: goal.state,
    rule: goal.rule,
    targetDay: goal.targetDay,
    progress: progressViewOf(found.row, found.sight, found.pause),
    spread: spreadGlance(found),
  });
}
