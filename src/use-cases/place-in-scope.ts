import { isDropped, settleAtOf } from "../domain/classes";
import type { Goal } from "../domain/goal";
import { rolesOf } from "../domain/role";
import type { Settings } from "../domain/settings";
import type { ReadIssue } from "./jira-ports";
import { knowSubTasks } from "./know-sub-tasks";
import type { Ports } from "./ports";
import { preparedProjects, type PreparedProjects } from "./prepare-projects";
import type { ScopeRow } from "./store-ports";

/** Places all that a goal and its counting descendants bring in the goal's scope, each issue once. */
export async function placeInScope(
  ports: Ports,
  goal: Goal,
  settings: Settings,
): Promise<PreparedProjects> {
  const members = await membersOf(ports, goal);
  const projects = await preparedProjects(ports, [
    ...new Set(members.map(({ item }) => item.projectId)),
  ]);
  const roles = rolesOf(
    members.map(({ item }) => item),
    goal,
  );
  const rows = members.map((issue): ScopeRow => {
    const { item } = issue;
    return {
      item,
      key: issue.key,
      role: roles.get(item.id) ?? "leaf",
      dropped: isDropped(item, settings.droppedResolutions),
      settleAt: settleAtOf(item, projects.settleDays.get(item.projectId) ?? 0),
      secured: issue.secured,
    };
  });
  await ports.store.scope.replaceScope(goal.id, rows);
  return projects;
}

async function membersOf(ports: Ports, goal: Goal): Promise<readonly ReadIssue[]> {
  const members = await ports.store.scope.membersOf(goal.id);
  if (goal.rule !== "time" || !(await knowSubTasks(ports, members))) return members;
  return ports.store.scope.membersOf(goal.id);
}
