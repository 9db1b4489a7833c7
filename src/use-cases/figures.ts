import { rollUp } from "../domain/roll-up";
import type { Pools } from "../domain/size-pool";
import type { Ports } from "./ports";
import type { StoredRollup } from "./store-ports";

/** A rollup with the pools it was computed from, so that each item can be shown with the size it was given. */
export type Figures = { readonly stored: StoredRollup; readonly pools: Pools };

/**
 * Pools are read anew each day, a moment before the goals that draw from them are computed again. In that moment the
 * number is computed here, because a list must add up to the number beside it.
 */
export async function currentFigures({ store }: Ports, stored: StoredRollup): Promise<Figures> {
  const { goalId, poolVersions } = stored;
  const { rule } = stored.rollup;
  const pools = await store.projects.pools(Object.keys(stored.leavesByProject));
  if (hasVersions(pools, poolVersions) || stored.weighted !== null) return { stored, pools };
  const summaries = await store.roll.summariesAsRolled([{ id: goalId, rule }]);
  const rollup = rollUp(summaries.get(goalId)?.cells ?? [], rule, pools);
  return { stored: { ...stored, rollup, poolVersions: versionsOf(pools) }, pools };
}

export function versionsOf(pools: Pools): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.values(pools).map((each) => [each.projectId, each.version]));
}

function hasVersions(pools: Pools, versions: Readonly<Record<string, string>>): boolean {
  return Object.values(pools).every((each) => versions[each.projectId] === each.version);
}
