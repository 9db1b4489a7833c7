import type { CountingRule } from "./rule";

export type ItemClass = "confirmed" | "claimed" | "active" | "todo" | "dropped";

/** Shares between 0 and 1, low ≤ headline ≤ high; or the reason why there is no number. */
export type Progress =
  | {
      readonly kind: "value";
      readonly headline: number;
      readonly low: number;
      readonly high: number;
    }
  | {
      readonly kind: "none";
      readonly why: "no-work" | "all-dropped" | "no-size" | "too-few-sized";
    };

export type ClassTotal = {
  readonly count: number;
  /** Sum of the sizes used (unsized at the median); null where an unsized leaf has no pool. */
  readonly size: number | null;
};

/** What the scope of a goal amounts to at one instant under one rule. */
export type Rollup = {
  readonly rule: CountingRule;
  readonly progress: Progress;
  readonly classes: Readonly<Record<ItemClass, ClassTotal>>;
  /** Leaves whose size is drawn from a pool or unknown, dropped ones included. */
  readonly unsized: number;
  /** size(all but dropped), the denominator of the headline; null without a number. */
  readonly total: number | null;
};
