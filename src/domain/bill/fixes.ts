import { grouped } from "../grouped";
import { leavesOf } from "../leaves";
import type { ScopeAsOf } from "../scope-state";
import { replaced, widthOf } from "./band";
import { type Bill, bandOf, mendableIn } from "./bill";
import { type Defect, mended } from "./defects";

/** All steps of one defect done together: the width of the interval before and after. */
export type Fix = {
  readonly defect: Defect;
  readonly itemIds: readonly string[];
  readonly from: number;
  readonly to: number;
};

/**
 * The steps of a bill with those of one defect joined, because people mend all of one kind at a time. Kinds come in the
 * order of their best step; each fix rests on those before it, and the last ends where all steps end.
 */
export function fixesOf(scope: ScopeAsOf, bill: Extract<Bill, { kind: "bill" }>): readonly Fix[] {
  const leaves = mendableIn(leavesOf(scope), scope);
  const weighed = new Map(leaves.map((leaf) => [leaf.itemId, leaf.weighed]));
  let band = bandOf(leaves, bill.headline);
  const fixes: Fix[] = [];
  for (const steps of grouped(bill.steps, ({ defect }) => defect).values()) {
    const [first] = steps;
    if (first === undefined) continue;
    const from = widthOf(band);
    for (const { itemId, defect } of steps) {
      const before = weighed.get(itemId);
      if (before === undefined) continue;
      const after = mended(before, defect);
      band = replaced(band, before, after);
      weighed.set(itemId, after);
    }
    const itemIds = steps.map(({ itemId }) => itemId);
    fixes.push({ defect: first.defect, itemIds, from, to: widthOf(band) });
  }
  return fixes;
}
