/** A stream of chance that is the same each time for the same seed. */
export type Random = {
  /** Evenly between 0 and 1, 1 excluded. */
  readonly next: () => number;
  readonly chance: (probability: number) => boolean;
  readonly between: (low: number, high: number) => number;
  /** A whole number, both ends included. */
  readonly whole: (low: number, high: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
  readonly weighted: <T>(from: readonly Weighted<T>[]) => T;
  /** Log-normal: half of the draws are below the median; `spread` is the deviation of the logarithm. */
  readonly longTail: (median: number, spread: number) => number;
  /** An independent stream: what is drawn here leaves this one as it was. */
  readonly fork: (label: string) => Random;
};

export type Weighted<T> = readonly [value: T, weight: number];

export function createRandom(seed: number): Random {
  const next = mulberry32(seed);
  const between = (low: number, high: number) => low + next() * (high - low);
  return {
    next,
    chance: (probability) => next() < probability,
    between,
    whole: (low, high) => Math.floor(between(low, high + 1)),
    pick: (from) => pickAt(from, Math.floor(next() * from.length)),
    weighted: (from) => weightedAt(from, next()),
    longTail: (median, spread) => median * Math.exp(spread * normal(next)),
    fork: (label) => createRandom(mixed(seed, label)),
  };
}

/** Tommy Ettinger's generator with 32 bits of state. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixedState = Math.imul(state ^ (state >>> 15), state | 1);
    mixedState ^= mixedState + Math.imul(mixedState ^ (mixedState >>> 7), mixedState | 61);
    return ((mixedState ^ (mixedState >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** FNV-1a of the label, begun with the seed. */
function mixed(seed: number, label: string): number {
  let hash = (seed ^ 0x811c9dc5) >>> 0;
  for (const letter of label) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** Twelve even draws add up to a nearly normal one, without functions whose last digit varies between engines. */
function normal(next: () => number): number {
  let sum = -6;
  for (let draw = 0; draw < 12; draw += 1) sum += next();
  return sum;
}

function pickAt<T>(from: readonly T[], index: number): T {
  const picked = from[index];
  if (picked === undefined) throw new Error("Nothing to pick from");
  return picked;
}

function weightedAt<T>(from: readonly Weighted<T>[], at: number): T {
  let left = at * from.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of from) {
    left -= weight;
    if (left < 0) return value;
  }
  throw new Error("Nothing to pick from");
}
