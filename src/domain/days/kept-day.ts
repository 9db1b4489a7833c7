import { contentHash } from "../content-hash";
import type { Rollup } from "../rollup";

/** What is kept of a day of a goal for as long as the app has a past. */
export type KeptDay = {
  readonly rollup: Rollup;
  readonly ruleVersion: number;
  /**
   * Changes whenever the version of any pool does from which a size may have been drawn; empty where nothing was
   * unsized, because then no pool decided. One for all pools: it is compared, and which project's pool it was can be
   * seen nowhere.
   */
  readonly poolsVersion: string;
  readonly computedAt: Date;
};

/** A kept day with its calendar day in the site's time zone, "2026-03-16". */
export type DatedDay = { readonly day: string; readonly kept: KeptDay };

/** What a day keeps of a rollup. */
export function keptOf({
  rollup,
  ruleVersion,
  poolVersions,
  computedAt,
}: Omit<KeptDay, "poolsVersion"> & {
  readonly poolVersions: Readonly<Record<string, string>>;
}): KeptDay {
  const versions = Object.entries(poolVersions).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const isDrawn = rollup.unsized > 0 && versions.length > 0;
  return { rollup, ruleVersion, poolsVersion: isDrawn ? contentHash(versions) : "", computedAt };
}
