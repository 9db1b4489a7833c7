import type { Role } from "../histogram";
import { rolesOf } from "../role";
import { bitOf, type Coalition, has, subsetsOf } from "./coalition";
import { type Placing, placingsOf } from "./placing";
import type { Span, Track } from "./track";

/** The roles of the items of a ledger under every coalition of the causes that move the tree. */
export type Structure = {
  /** Null where the item is not in scope. */
  readonly roleOf: (track: Track, coalition: Coalition) => Role | null;
  /** Causes on which the role of this item depends. */
  readonly causesOf: (track: Track) => Coalition;
};

/**
 * Roles depend on who is in scope, on parents, on levels and on the option to count sub-tasks; all other causes leave
 * the tree as it is.
 */
export function structureOf(tracks: readonly Track[], span: Span): Structure {
  const placings = placingsOf(tracks);
  const structural = structuralCauses(placings, span);
  const roles = subsetsOf(structural).map(
    (subset) => [subset, rolesUnder(subset, placings, span)] as const,
  );
  const byCoalition = new Map(roles);
  const varying = varyingAmong(roles.map(([, each]) => each));
  return {
    roleOf: ({ id }, coalition) => byCoalition.get(coalition & structural)?.get(id) ?? null,
    causesOf: ({ id }) => (varying.has(id) ? structural : 0),
  };
}

export function isPresent({ presence }: Track, coalition: Coalition): boolean {
  if (presence.kind === "stays") return true;
  return has(coalition, presence.cause) === (presence.kind === "joins");
}

function structuralCauses(placings: readonly Placing[], { start, end }: Span): Coalition {
  const option = start.countSubTasks === end.countSubTasks ? 0 : bitOf("rule-changed");
  return placings.reduce(
    (all, { track, causes }) => all | causes | bitOf(track.presence.cause),
    option,
  );
}

type Roles = ReadonlyMap<string, Role>;

function rolesUnder(coalition: Coalition, placings: readonly Placing[], span: Span): Roles {
  const items = placings
    .filter(({ track }) => isPresent(track, coalition))
    .map(({ under }) => under(coalition));
  const { countSubTasks } = has(coalition, "rule-changed") ? span.end : span.start;
  return rolesOf(items, { countSubTasks });
}

/** Items with another role under one coalition than under another, where they are in scope. */
function varyingAmong(all: readonly Roles[]): ReadonlySet<string> {
  const first = new Map<string, Role>();
  const varying = new Set<string>();
  for (const roles of all) {
    for (const [id, role] of roles) {
      const known = first.get(id);
      if (known === undefined) first.set(id, role);
      else if (known !== role) varying.add(id);
    }
  }
  return varying;
}
