import type { ItemClass, Rollup } from "./rollup";
import type { Sizing } from "./sizing";

/** The size an item counts with in the headline: its own, or the median of the pool it draws from; null without one. */
export function sizeUsed(sizing: Sizing): number | null {
  switch (sizing.kind) {
    case "own":
      return sizing.size;
    case "drawn":
      return sizing.median;
    case "unknown":
      return null;
  }
}

/**
 * The share of the headline one leaf brings: its size over the total when it is done, else nothing, so that the list
 * adds up to the headline. Null where the goal has no number.
 */
export function contributionOf(
  leaf: { readonly itemClass: ItemClass; readonly sizing: Sizing },
  rollup: Rollup,
): number | null {
  if (rollup.total === null) return null;
  if (leaf.itemClass !== "confirmed" && leaf.itemClass !== "claimed") return 0;
  const size = sizeUsed(leaf.sizing);
  return size === null ? null : size / rollup.total;
}
