/** The least value that at least this share of the values does not exceed. */
export function nearestRank(sorted: readonly number[], share: number): number {
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error("No values to rank");
  return value;
}
