import type { GoalEvidence } from "../../contract/evidence";
import { isDropped } from "../../domain/classes";
import { rolesOf } from "../../domain/role";
import type { ScopeAsOf } from "../../domain/scope-state";

/** How many issues became the base of the number: containers and folded sub-tasks do not count, dropped work leaves. */
export function makingView(scope: ScopeAsOf): NonNullable<GoalEvidence["making"]> {
  const roles = rolesOf(scope.items, scope);
  const items = [...new Map(scope.items.map((item) => [item.id, item])).values()];
  const count = (...wanted: readonly string[]) =>
    items.filter(({ id }) => wanted.includes(roles.get(id) ?? "")).length;
  const leaves = items.filter(({ id }) => isCounted(roles.get(id)));
  return {
    inScope: items.length,
    containers: count("container"),
    folded: count("folded"),
    leaves: leaves.length,
    dropped: leaves.filter((item) => isDropped(item, scope.droppedResolutions)).length,
  };
}

const isCounted = (role: string | undefined) => role === "leaf" || role === "empty-container";
