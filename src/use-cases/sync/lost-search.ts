import { subHours, subMinutes } from "date-fns";
import type { Ports } from "../ports";
import type { LostSearch } from "./search-ports";
import { changesKey, everywhereKey, searchKey, sweepKey, watermarkKey } from "./state-keys";
import type { State } from "./state-ports";

/** Search lags behind, longest after bulk edits, so every search looks back so far. */
export const overlapMinutes = 15;
/** Events come so late at most: of what changed since, they may still tell. */
const lateMinutes = 3;

/** Every time while something happens in Jira, too much did, or a search is not at its end, else once an hour. */
export async function isSearchDue({ store, now }: Ports): Promise<boolean> {
  const keys = [everywhereKey, watermarkKey, changesKey, sweepKey, searchKey];
  const states = await store.states.several(keys);
  const everywhere = states.get(everywhereKey);
  if (everywhere === undefined || everywhere.at <= subHours(now(), 1)) return true;
  const searched = states.get(watermarkKey);
  const changes = states.get(changesKey);
  if (changes !== undefined && changes.at > instantIn(searched)) return true;
  return states.has(sweepKey) || states.has(searchKey);
}

/**
 * Once an hour the search is for changes of all projects: what no goal holds may come under a parent or a rule that one
 * has. In between it is for those of the projects that goals hold work of.
 */
export async function beginSearch({ store, now }: Ports): Promise<LostSearch> {
  const startedAt = now();
  const states = await store.states.several([everywhereKey, watermarkKey, sweepKey]);
  const everywhere = states.get(everywhereKey);
  const isEverywhere = everywhere === undefined || everywhere.at <= subHours(startedAt, 1);
  const searched = isEverywhere ? everywhere : states.get(watermarkKey);
  const since = subMinutes(
    searched === undefined ? startedAt : instantIn(searched),
    overlapMinutes,
  );
  const sweep = states.has(sweepKey) ? await beginSweep({ store }, startedAt) : null;
  const projectIds = isEverywhere ? null : await store.projects.ids();
  const left = { projectIds, begun: 0, from: since };
  const until = isEverywhere || sweep !== null ? null : subMinutes(startedAt, lateMinutes);
  const search = { startedAt, isEverywhere, since, until, left, sweep };
  // Should the first of all be cut off, nobody could tell later since when to search.
  if (searched === undefined) await store.searches.keep(search, startedAt);
  return search;
}

/** Until when changes were searched for; the beginning of time where they never were. */
const instantIn = (state: State | undefined) => new Date(Number(state?.value ?? 0));

/** From now on another search is to be asked for: this one may not find what changes meanwhile. */
async function beginSweep({ store }: Pick<Ports, "store">, at: Date) {
  await store.states.write(sweepKey, false, at);
  return (await store.states.read(sweepKey))?.version ?? null;
}

export async function endSearch(
  { store }: Ports,
  { startedAt, until, isEverywhere, sweep }: LostSearch,
) {
  await store.states.write(watermarkKey, (until ?? startedAt).getTime(), startedAt);
  if (isEverywhere) await store.states.write(everywhereKey, startedAt.getTime(), startedAt);
  if (sweep !== null) await store.states.forget({ key: sweepKey, version: sweep });
  await store.searches.forget();
}
