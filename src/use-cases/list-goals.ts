import type { Answer } from "../contract/answer";
import type { GoalLine } from "../contract/goal";
import { goalLines } from "./goal-lines";
import { visibleAmong } from "./permissions";
import type { ViewerPorts } from "./ports";
import { answered } from "./refusal";
import { mayCreateGoals } from "./settings/may-create";

/** All goals the person may see. */
export async function listGoals(
  ports: ViewerPorts,
  { includeArchived }: { readonly includeArchived: boolean },
): Promise<Answer<{ goals: GoalLine[]; mayCreate: boolean }>> {
  const rows = await ports.store.goals.rows({ includeArchived });
  const visible = await visibleAmong(ports, rows);
  const lines = await goalLines(ports, visible.rows, visible.sight);
  return answered({ goals: [...lines], mayCreate: await mayCreateGoals(ports) });
}
