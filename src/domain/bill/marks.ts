import { addHours } from "date-fns";
import { grouped } from "../grouped";
import type { Item } from "../item";
import { leavesOf } from "../leaves";
import { rolesOf } from "../role";
import type { ScopeAsOf } from "../scope-state";

/**
 * Poor data that do not change the interval. `stale-in-progress`: in progress without any change for two weeks.
 * `done-without-resolution`. `done-above-open`: a container is Done, a child in scope is not. `open-above-done`: all
 * children in scope are Done, the container is not.
 */
export type Mark = {
  readonly itemId: string;
  readonly defect:
    "stale-in-progress" | "done-without-resolution" | "done-above-open" | "open-above-done";
};

/** As long as a goal must be complete to have ended. */
const staleDays = 14;

export function marksOf(scope: ScopeAsOf, changedAt: ReadonlyMap<string, Date>): readonly Mark[] {
  const staleSince = addHours(scope.asOf, -24 * staleDays);
  const ofLeaves = leavesOf(scope).flatMap(({ item }) => {
    const changed = changedAt.get(item.id);
    const stale =
      item.category === "indeterminate" && changed !== undefined && changed <= staleSince;
    const unresolved = item.category === "done" && item.resolution === null;
    return [
      ...(stale ? [mark(item, "stale-in-progress")] : []),
      ...(unresolved ? [mark(item, "done-without-resolution")] : []),
    ];
  });
  return [...ofLeaves, ...marksOfContainers(scope)];
}

const mark = ({ id }: Item, defect: Mark["defect"]): Mark => ({ itemId: id, defect });

function marksOfContainers(scope: ScopeAsOf): readonly Mark[] {
  const roles = rolesOf(scope.items, scope);
  const items = [...new Map(scope.items.map((item) => [item.id, item])).values()];
  const children = grouped(items, ({ parentId }) => parentId ?? "");
  return items.flatMap((item) => {
    if (roles.get(item.id) !== "container") return [];
    const below = children.get(item.id) ?? [];
    const allDone = below.every(({ category }) => category === "done");
    if (item.category === "done") return allDone ? [] : [mark(item, "done-above-open")];
    return allDone ? [mark(item, "open-above-done")] : [];
  });
}
