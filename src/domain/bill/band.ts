import { classOf } from "../classes";
import { cellOf, isSettled, type Leaf } from "../leaves";
import { wholeThousandths } from "../own-size";
import type { ItemClass } from "../rollup";
import type { ScopeAsOf } from "../scope-state";
import { sizingOf } from "../sizing";

/** What a leaf brings to the two ends of the interval: its class, and its size in whole thousandths as far as known. */
export type Weighed = {
  readonly itemClass: ItemClass;
  readonly p10: number;
  readonly median: number;
  readonly p90: number;
};

/** Sizes inside and outside the fraction of either end, and of the headline. */
export type Band = {
  readonly lowInside: number;
  readonly lowAll: number;
  readonly highInside: number;
  readonly highAll: number;
  readonly headline: number;
};

/** Null for a leaf that no pool can size: there is no interval then. */
export function weighedOf(leaf: Leaf, scope: ScopeAsOf): Weighed | null {
  const sizing = sizingOf(leaf.item, leaf.role, scope.rule, scope.pools);
  if (sizing.kind === "unknown") return null;
  const { p10, median, p90 } =
    sizing.kind === "own" ? { p10: sizing.size, median: sizing.size, p90: sizing.size } : sizing;
  return {
    itemClass: classOf(cellOf(leaf, scope.rule, isSettled(leaf.item, scope))),
    p10: wholeThousandths(p10),
    median: wholeThousandths(median),
    p90: wholeThousandths(p90),
  };
}

/** The band with one leaf taken out and, if there is one, another put in its place. A fix never moves the headline. */
export function replaced(band: Band, out: Weighed, into: Weighed): Band {
  return plus(plus(band, out, -1), into, 1);
}

export function plus(band: Band, leaf: Weighed, sign: 1 | -1): Band {
  const confirmed = leaf.itemClass === "confirmed";
  const done = confirmed || leaf.itemClass === "claimed";
  const low = sign * (confirmed ? leaf.p10 : leaf.p90);
  const high = sign * (done ? leaf.p90 : leaf.p10);
  return {
    ...band,
    lowInside: band.lowInside + (confirmed ? low : 0),
    lowAll: band.lowAll + low,
    highInside: band.highInside + (done ? high : 0),
    highAll: band.highAll + high,
  };
}

/** The interval, with the headline for an end whose sizes are all 0, as in a rollup. */
function intervalOf({ lowInside, lowAll, highInside, highAll, headline }: Band) {
  return {
    low: lowAll === 0 ? headline : lowInside / lowAll,
    high: highAll === 0 ? headline : highInside / highAll,
  };
}

export function widthOf(band: Band): number {
  const { low, high } = intervalOf(band);
  return high - low;
}
