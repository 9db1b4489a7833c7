import type { Cause } from "./cause";

/** A set of causes as one bit each. */
export type Coalition = number;

const bits: Readonly<Record<Cause, Coalition>> = {
  finished: 1,
  reopened: 2,
  added: 4,
  removed: 8,
  dropped: 16,
  "re-estimated": 32,
  "re-parented": 64,
  "rule-changed": 128,
  "settings-and-pool": 256,
};

export function bitOf(cause: Cause | null): Coalition {
  return cause === null ? 0 : bits[cause];
}

export function has(coalition: Coalition, cause: Cause | null): boolean {
  return (coalition & bitOf(cause)) !== 0;
}

/** Every subset of a coalition, the empty one first and the whole last. */
export function subsetsOf(coalition: Coalition): readonly Coalition[] {
  const subsets: Coalition[] = [];
  for (let subset = coalition; ; subset = (subset - 1) & coalition) {
    subsets.push(subset);
    if (subset === 0) return subsets.toReversed();
  }
}

export function membersIn(coalition: Coalition): number {
  let members = 0;
  for (let rest = coalition; rest !== 0; rest &= rest - 1) members += 1;
  return members;
}
