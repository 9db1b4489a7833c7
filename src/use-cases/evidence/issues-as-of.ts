import type { Item } from "../../domain/item";
import { itemsAsOf, type ItemAsOf } from "../../domain/replay/as-of";
import type { KnownPast } from "./known-past";

/**
 * All known issues as of an instant. Of sub-tasks and children of which no changelog was read, what the app knows of
 * them today holds for the past as well.
 */
export function issuesAsOf(past: KnownPast, at: Date): ReadonlyMap<string, ItemAsOf> {
  const items = itemsAsOf(past.issues, at, past.words.site);
  return new Map(
    [...items].map(([id, issue]) => [
      id,
      { ...issue, item: { ...issue.item, ...unreadFamily(id, past) } },
    ]),
  );
}

function unreadFamily(
  id: string,
  { facts, parents, standings }: KnownPast,
): Partial<Pick<Item, "hasChildren" | "hasSubTasks" | "openSubTasks" | "subTaskEstimateSeconds">> {
  const today = facts.get(id);
  if (today === undefined) return {};
  const { hasChildren, hasSubTasks, openSubTasks, subTaskEstimateSeconds } = today.item;
  const ofChildren = hasChildren && !parents.has(id) ? { hasChildren } : {};
  if (today.subTaskIds.every((subTaskId) => standings.has(subTaskId))) return ofChildren;
  return { ...ofChildren, hasSubTasks, openSubTasks, subTaskEstimateSeconds };
}
