import type { HistogramCell } from "./histogram";
import { isDropped } from "./classes";
import { ownSizeOf, wholeThousandths } from "./own-size";
import { rolesOf } from "./role";
import type { CountingRule } from "./rule";
import type { ScopeState } from "./scope-state";

/** How many of equal issues have a size of their own, and the sum of these in thousandths of a point or second. */
type Sized = { readonly n: number; readonly thousandths: number };

/** Issues of a scope that are equal to every rule of the spread but for their sizes, taken together. */
export type SpreadCell = Pick<
  HistogramCell,
  "role" | "category" | "dropped" | "openSubTask" | "projectId" | "typeId" | "level" | "n"
> & { readonly points: Sized; readonly time: Sized };

/** Leaves without a size under a rule, by what each draws from, where cells take several projects and types together. */
export type UnsizedLeaves = Readonly<Record<"points" | "time", readonly HistogramCell[]>>;

/** A scope as cells of one issue each. */
export function spreadCellsOf(scope: Omit<ScopeState, "rule" | "pools">): readonly SpreadCell[] {
  const roles = rolesOf(scope.items, scope);
  const items = [...new Map(scope.items.map((item) => [item.id, item])).values()];
  return items.map((item) => {
    const sized = (rule: CountingRule): Sized => {
      const own = ownSizeOf(item, rule);
      return own === null
        ? { n: 0, thousandths: 0 }
        : { n: 1, thousandths: wholeThousandths(own.size) };
    };
    return {
      role: roles.get(item.id) ?? "leaf",
      category: item.category,
      dropped: isDropped(item, scope.droppedResolutions),
      openSubTask: item.openSubTasks > 0,
      projectId: item.projectId,
      typeId: item.typeId,
      level: item.level,
      n: 1,
      points: sized("points"),
      time: sized("time"),
    };
  });
}
