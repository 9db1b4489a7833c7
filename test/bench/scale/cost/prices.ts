/**
 * Forge's prices beyond the allowance, in USD. The allowance is of the app, over all its installations, a month. For
 * functions two texts of Atlassian's differ, 100,000 and 200,000 GB-seconds free: the smaller is taken.
 * https://developer.atlassian.com/platform/forge/forge-platform-pricing/
 */
export const prices = {
  functions: { unit: "GB-s", free: 100_000, each: 0.000025 },
  requests: { unit: "SQL requests", free: 100_000, each: 1.929 / 1_000_000 },
  compute: { unit: "SQL hours", free: 1, each: 0.143 },
  data: { unit: "GB-months", free: 1, each: 0.561 },
} as const;

export type Meter = keyof typeof prices;
export type Use = Readonly<Record<Meter, number>>;

/** What a use costs in USD, its allowance not taken off. */
export const priceOf = (meter: Meter, amount: number): number => amount * prices[meter].each;

/** What a use costs in USD where the app has no other installation. */
export const priceAlone = (meter: Meter, amount: number): number =>
  priceOf(meter, Math.max(0, amount - prices[meter].free));

export const meters = [
  "functions",
  "requests",
  "compute",
  "data",
] as const satisfies readonly Meter[];
