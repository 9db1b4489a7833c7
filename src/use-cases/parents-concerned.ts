import type { Item } from "../domain/item";
import type { Changes } from "./changes";
import type { MembershipPlan } from "./membership-plan";
import type { ClaimedIssue } from "./sync/sync-ports";

/**
 * Parents, before and now, of what came, went, moved or is a sub-task. To its parent a story that stays in its place is a
 * child as before, whatever else changes, and an epic may have hundreds. Who took an issue in before and was cut off may
 * have written its new place down already: then its parents are concerned in any case.
 */
export function parentsConcerned(
  claimed: readonly ClaimedIssue[],
  { found }: Pick<Changes, "found">,
  { joining, remove }: Pick<MembershipPlan, "joining" | "remove">,
): readonly string[] {
  const leaving = new Set(remove.map(({ issueId }) => issueId));
  const places = storedPlaces(claimed);
  const isSettled = ({ id, parentId, level }: Item) => {
    const stored = places.get(id) ?? null;
    const isThere = stored !== null && stored.parentId === parentId && stored.level === level;
    return isThere && level >= 0 && !joining.has(id) && !leaving.has(id);
  };
  const settled = new Set(found.flatMap(({ item }) => (isSettled(item) ? [item.id] : [])));
  const before = claimed.flatMap((each) =>
    settled.has(each.issueId) ? [] : (each.before?.parentId ?? []),
  );
  const after = found.flatMap(({ item }) => (settled.has(item.id) ? [] : (item.parentId ?? [])));
  return [...before, ...after];
}

type Place = Pick<Item, "parentId" | "level">;

/** Where the issues and the parents that are read with them were; null where somebody may have been cut off since. */
function storedPlaces(claimed: readonly ClaimedIssue[]): ReadonlyMap<string, Place | null> {
  const places = new Map<string, Place | null>();
  const put = (id: string, place: Place, isFirst: boolean) => {
    places.set(id, isFirst && places.get(id) !== null ? place : null);
  };
  for (const { issueId, before, tries } of claimed) {
    if (before === null) continue;
    put(issueId, before, tries === 1);
    const { parentId, parentLevel: level, grandparentId } = before;
    if (parentId !== null && level !== null)
      put(parentId, { parentId: grandparentId, level }, tries === 1);
  }
  return places;
}
