import type { Item } from "./item";
import type { CountingRule } from "./rule";

/** What an issue's size was taken from. */
export type OwnSizeSource = "counted" | "own-points" | "own-estimate" | "sub-task-estimates";

type OwnSize = { readonly size: number; readonly source: OwnSizeSource };

/**
 * The size an issue has by itself under a rule, in issues, points or seconds; null is unsized. Zero is a size. A
 * negative or absurdly large estimate is a typing error and counts as none.
 */
export function ownSizeOf(item: Item, rule: CountingRule): OwnSize | null {
  switch (rule) {
    case "count":
      return { size: 1, source: "counted" };
    case "points":
      return sized(item.points, "own-points");
    case "time":
      return (
        sized(item.estimateSeconds, "own-estimate") ??
        sized(item.subTaskEstimateSeconds, "sub-task-estimates")
      );
  }
}

function sized(estimate: number | null, source: OwnSizeSource): OwnSize | null {
  if (estimate === null || !isSize(estimate)) return null;
  return { size: wholeThousandths(estimate) / 1000, source };
}

/** A thousand million points, or 31 years. */
const largestSize = 1e9;

/** Whether a number can be a size at all. */
export function isSize(estimate: number): boolean {
  return Number.isFinite(estimate) && estimate >= 0 && estimate <= largestSize;
}

/** Sizes are kept and added in whole thousandths: their sum then depends on no order. */
export function wholeThousandths(size: number): number {
  return Math.round(size * 1000);
}
