import { isDropped, settleAtOf } from "./classes";
import type { HistogramCell, Role } from "./histogram";
import type { Item } from "./item";
import { ownSizeOf } from "./own-size";
import { rolesOf } from "./role";
import type { CountingRule } from "./rule";
import type { ScopeAsOf, ScopeState } from "./scope-state";
import { daysWithoutEvidence } from "./settle-time";

/** An item that counts in a scope: a leaf, or a container that stands for work nobody has written down yet. */
export type Leaf = {
  readonly item: Item;
  readonly role: Extract<Role, "leaf" | "empty-container">;
  /** Category Done with a resolution of the dropped list. */
  readonly dropped: boolean;
};

/** The items of a scope that count, each id once. */
export function leavesOf(
  scope: Pick<ScopeState, "items" | "countSubTasks" | "droppedResolutions">,
): readonly Leaf[] {
  const roles = rolesOf(scope.items, scope);
  const byId = new Map(scope.items.map((item) => [item.id, item]));
  return [...byId.values()].flatMap((item) => {
    const role = roles.get(item.id);
    if (role !== "leaf" && role !== "empty-container") return [];
    return [{ item, role, dropped: isDropped(item, scope.droppedResolutions) }];
  });
}

/** Whether an item has been Done for its project's settle time by the scope's instant. */
export function isSettled(item: Item, scope: Pick<ScopeAsOf, "asOf" | "settleDays">): boolean {
  const settleAt = settleAtOf(item, scope.settleDays[item.projectId] ?? daysWithoutEvidence);
  return settleAt !== null && settleAt <= scope.asOf;
}

/** One leaf as a histogram cell of its own. */
export function cellOf({ item, role, dropped }: Leaf, rule: CountingRule, settled: boolean) {
  return {
    role,
    dropped,
    settled,
    category: item.category,
    openSubTask: item.openSubTasks > 0,
    projectId: item.projectId,
    typeId: item.typeId,
    level: item.level,
    size: ownSizeOf(item, rule)?.size ?? null,
    n: 1,
  } satisfies HistogramCell;
}
