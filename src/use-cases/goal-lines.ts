import type { GoalLine } from "../contract/goal";
import { editableAmong } from "./permissions";
import type { ViewerPorts } from "./ports";
import { progressViewOf } from "./progress-view";
import type { Sight } from "./sight";
import type { GoalRow } from "./store-ports";
import { pauseOver } from "./sync/reading-pause";

/** Goals as lines of a list, in the order of their titles: ids made at one moment have no order of their own. */
export async function goalLines(
  ports: ViewerPorts,
  rows: readonly GoalRow[],
  sight: Sight,
): Promise<readonly GoalLine[]> {
  if (rows.length === 0) return [];
  const names = await ports.jira.namesOf(rows.flatMap(({ goal }) => goal.owner ?? []));
  const mayEdit = await editableAmong(
    ports,
    rows.map(({ goal }) => goal),
  );
  const pause = await pauseOver(ports, rows);
  return rows.toSorted(byTitle).map((row) => {
    const { goal } = row;
    return {
      id: goal.id,
      parentId: goal.parentId,
      title: goal.title,
      owner: goal.owner,
      ownerName: names.get(goal.owner ?? "") ?? null,
      state: goal.state,
      rule: goal.rule,
      targetDay: goal.targetDay,
      archived: goal.archived,
      mayEdit: mayEdit(goal),
      progress: progressViewOf(row, sight, pause),
    };
  });
}

const byTitle = ({ goal: a }: GoalRow, { goal: b }: GoalRow) =>
  a.title.localeCompare(b.title, "en") || a.id.localeCompare(b.id);
