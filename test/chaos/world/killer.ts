import type { Random } from "../../site/company/random";

/** Decides which invocations die, and after which of their calls. */
export type Killer = {
  readonly set: (probability: number) => void;
  /** After how many calls the next invocation dies; null when it lives. */
  readonly next: () => number | null;
};

/** Most jobs of a small site end within so many calls. */
const latest = 40;

export function createKiller(chance: Random): Killer {
  let probability = 0;
  return {
    set: (next) => {
      probability = next;
    },
    next: () => (chance.chance(probability) ? chance.whole(1, latest) : null),
  };
}
