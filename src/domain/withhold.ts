import type { Progress } from "./rollup";

/** What a viewer learns of a goal some of whose items are hidden from them. */
export type Withheld = {
  /** `some`: only that there are hidden items; `counted`: how many. */
  readonly hidden: "none" | "some" | "counted";
  readonly progress: Progress;
  /** False where the shares are rounded to whole percent. */
  readonly exact: boolean;
  /** Class counts, unsized, contributions and n of m may be shown. */
  readonly details: boolean;
};

const fewest = 5;

/**
 * The aggregate is everybody's; identity is protected. With one to four hidden items exact figures would let a viewer
 * work out a single hidden item, so shares come in whole percent and the counts not at all.
 */
export function withholdFor(hidden: number, progress: Progress): Withheld {
  if (hidden === 0) return { hidden: "none", progress, exact: true, details: true };
  if (hidden >= fewest) return { hidden: "counted", progress, exact: true, details: true };
  return { hidden: "some", progress: inWholePercent(progress), exact: false, details: false };
}

/** Rounding keeps order, so low ≤ headline ≤ high still holds. */
function inWholePercent(progress: Progress): Progress {
  if (progress.kind === "none") return progress;
  return {
    kind: "value",
    headline: wholePercent(progress.headline),
    low: wholePercent(progress.low),
    high: wholePercent(progress.high),
  };
}

const wholePercent = (share: number) => Math.round(share * 100) / 100;
