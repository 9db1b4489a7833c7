import { cellOf, isSettled, type Leaf, leavesOf } from "../leaves";
import { rollUp } from "../roll-up";
import type { Progress } from "../rollup";
import type { ScopeAsOf } from "../scope-state";
import { type Band, plus, weighedOf } from "./band";
import { type Defect, defectsOf } from "./defects";
import { greedySteps, type Mendable, type Step } from "./greedy";
import { marksOf, type Mark } from "./marks";

/** What the width of an interval is made of, and what mending it is worth. */
export type Bill =
  | {
      readonly kind: "bill";
      readonly headline: number;
      readonly low: number;
      readonly high: number;
      /** Greedily the best next fix; together they leave what only time can settle. */
      readonly steps: readonly Step[];
      /** Defects that no fix of theirs makes narrower, and marks of poor data that the interval does not see. */
      readonly withoutEffect: readonly (
        Mark | { readonly itemId: string; readonly defect: Defect }
      )[];
    }
  | { readonly kind: "no-interval"; readonly why: Extract<Progress, { kind: "none" }>["why"] };

/**
 * The uncertainty bill: the interval speaks of what is unsized or unsettled, so each of these has a price in points of
 * its width. Pools stay as they are. `changedAt` tells when each issue was last changed; without it nothing is stale.
 */
export function billOf(scope: ScopeAsOf, changedAt: ReadonlyMap<string, Date> = new Map()): Bill {
  const leaves = leavesOf(scope);
  const cells = leaves.map((leaf) => cellOf(leaf, scope.rule, isSettled(leaf.item, scope)));
  const { progress } = rollUp(cells, scope.rule, scope.pools);
  if (progress.kind === "none") return { kind: "no-interval", why: progress.why };
  const mendable = mendableIn(leaves, scope);
  const steps = greedySteps(mendable, bandOf(mendable, progress.headline));
  return {
    kind: "bill",
    headline: progress.headline,
    low: progress.low,
    high: progress.high,
    steps,
    withoutEffect: [...remaining(mendable, steps), ...marksOf(scope, changedAt)],
  };
}

/** The leaves that the interval is made of; only while each can be sized there is one. */
export function mendableIn(leaves: readonly Leaf[], scope: ScopeAsOf): readonly Mendable[] {
  return leaves.flatMap((leaf) => {
    const weighed = leaf.dropped ? null : weighedOf(leaf, scope);
    if (weighed === null) return [];
    return [{ itemId: leaf.item.id, weighed, defects: defectsOf(leaf, scope) }];
  });
}

/** The interval that these leaves give. */
export const bandOf = (leaves: readonly Mendable[], headline: number): Band =>
  leaves.reduce((band, { weighed }) => plus(band, weighed, 1), {
    lowInside: 0,
    lowAll: 0,
    highInside: 0,
    highAll: 0,
    headline,
  });

function remaining(leaves: readonly Mendable[], steps: readonly Step[]) {
  const paid = new Set(steps.map(({ itemId, defect }) => `${itemId} ${defect}`));
  return leaves.flatMap(({ itemId, defects }) =>
    defects.flatMap((defect) => (paid.has(`${itemId} ${defect}`) ? [] : [{ itemId, defect }])),
  );
}
