import type { Value } from "./statement";

/**
 * A 53-bit number that changes whenever the values do: two multiplicative hashes side by side. Rows with the same
 * fingerprint are not written again; two different rows share one by a chance of 1 in 9 × 10^15.
 */
export function fingerprintOf(values: readonly Value[]): number {
  let high = 0x811c9dc5;
  let low = 0x41c6ce57;
  for (const character of JSON.stringify(values)) {
    const code = character.codePointAt(0) ?? 0;
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x5f356495);
    low ^= low >>> 15;
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}
