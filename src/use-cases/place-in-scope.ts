import { rolesOf } from "../domain/role";
import type { ReadIssue } from "./jira-ports";
import { knowSubTasks } from "./know-sub-tasks";
import type { Ports } from "./ports";
import { preparedProjects } from "./prepare-projects";
import type { ScopeRow } from "./store-ports";
import { placedRow } from "./sync/placed-row";
import type { GoalToRoll } from "./sync/roll-ports";

/**
 * Places all that a goal and its counting descendants bring in the goal's scope, each issue once, and takes out the
 * rest. `stamp` is the goal's sequence before anything was read. Gives how many places were wrong.
 */
export async function placeInScope(
  ports: Ports,
  goal: Pick<GoalToRoll["goal"], "id" | "rule" | "countSubTasks">,
  stamp: number,
): Promise<number> {
  const { droppedResolutions } = await ports.store.settings();
  const members = await membersOf(ports, goal);
  const items = members.map(({ item }) => item);
  const { settleDays } = await preparedProjects(ports, [
    ...new Set(items.map(({ projectId }) => projectId)),
  ]);
  const roles = rolesOf(items, goal);
  const rows = members.map((issue): ScopeRow => ({
    ...placedRow(issue, roles.get(issue.item.id) ?? "leaf", {
      droppedResolutions,
      settleDays: settleDays.get(issue.item.projectId) ?? null,
    }),
    key: issue.key,
  }));
  return ports.store.scope.replaceScope(goal.id, rows, stamp, ports.now());
}

async function membersOf(
  ports: Ports,
  goal: Pick<GoalToRoll["goal"], "id" | "rule">,
): Promise<readonly ReadIssue[]> {
  const members = await ports.store.scope.membersOf(goal.id);
  if (goal.rule !== "time" || !(await knowSubTasks(ports, members))) return members;
  return ports.store.scope.membersOf(goal.id);
}
