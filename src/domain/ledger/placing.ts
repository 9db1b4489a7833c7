import type { Item } from "../item";
import type { Cause } from "./cause";
import { bitOf, type Coalition, has } from "./coalition";
import type { Track } from "./track";

/** An item's place in the tree under any coalition. */
export type Placing = {
  readonly track: Track;
  readonly under: (coalition: Coalition) => Item;
  /** Causes that move it, or give it children or take them. */
  readonly causes: Coalition;
};

/** The places of all items of a ledger. */
export function placingsOf(tracks: readonly Track[]): readonly Placing[] {
  const families = {
    before: familyOf(tracks, "joins", ({ before }) => before),
    after: familyOf(tracks, "leaves", ({ after }) => after),
  };
  return tracks.map((track) => placingOf(track, families));
}

/** Who has a child, and who a sub-task, in scope at either end. */
type Families = { readonly before: Family; readonly after: Family };
type Family = Readonly<Record<Flag, ReadonlySet<string>>>;
type Flag = "hasChildren" | "hasSubTasks";

function familyOf(
  tracks: readonly Track[],
  absent: "joins" | "leaves",
  itemOf: (track: Track) => Item,
): Family {
  const family = { hasChildren: new Set<string>(), hasSubTasks: new Set<string>() };
  for (const track of tracks) {
    const { parentId, level } = itemOf(track);
    if (track.presence.kind === absent || parentId === null) continue;
    family[level < 0 ? "hasSubTasks" : "hasChildren"].add(parentId);
  }
  return family;
}

function placingOf(track: Track, families: Families): Placing {
  const { before, after, parent, size } = track;
  const children = flagOf(track, "hasChildren", families);
  const subTasks = flagOf(track, "hasSubTasks", families);
  const byLevel = before.level === after.level ? null : size;
  const causes = [parent, byLevel, children.cause, subTasks.cause].reduce(
    (all, cause) => all | bitOf(cause),
    0,
  );
  const steady = { ...before, hasChildren: children.without, hasSubTasks: subTasks.without };
  if (causes === 0) return { track, causes, under: () => steady };
  return {
    track,
    causes,
    under: (coalition) => ({
      ...steady,
      parentId: (has(coalition, parent) ? after : before).parentId,
      level: (has(coalition, byLevel) ? after : before).level,
      hasChildren: has(coalition, children.cause) ? after.hasChildren : children.without,
      hasSubTasks: has(coalition, subTasks.cause) ? after.hasSubTasks : subTasks.without,
    }),
  };
}

/**
 * Whether the item has children in Jira where none is in scope, and what changes that. If its children in scope came or
 * went, the flag follows from them: without them it has none. Children that it got or lost outside the scope are work
 * that was added or removed there. A child in scope is a child, whatever the item's own fact says.
 */
function flagOf(
  { id, before, after }: Track,
  flag: Flag,
  families: Families,
): { readonly without: boolean; readonly cause: Cause | null } {
  const inScope = families.before[flag].has(id) || families.after[flag].has(id);
  const atStart = before[flag] || families.before[flag].has(id);
  const atEnd = after[flag] || families.after[flag].has(id);
  if (inScope || atStart === atEnd) return { without: atStart && atEnd, cause: null };
  return { without: atStart, cause: atEnd ? "added" : "removed" };
}
