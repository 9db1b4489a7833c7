import type { Quantiles } from "./size-pool";

/**
 * Quantiles by nearest rank: always a size that occurs, so that an unsized issue is never given a size nobody uses.
 * Null for no sizes.
 */
export function quantilesOf(sizes: readonly number[]): Quantiles | null {
  const sorted = sizes.toSorted((a, b) => a - b);
  const p10 = sorted[rank(10, sorted.length)];
  const median = sorted[rank(50, sorted.length)];
  const p90 = sorted[rank(90, sorted.length)];
  if (p10 === undefined || median === undefined || p90 === undefined) return null;
  return { n: sorted.length, p10, median, p90 };
}

/** In whole percent, because 0.1 × 70 is more than 7 in binary and would skip a rank. */
const rank = (percent: number, n: number) => Math.ceil((percent * n) / 100) - 1;
