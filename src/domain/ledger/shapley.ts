import { bitOf, type Coalition, membersIn, subsetsOf } from "./coalition";
import type { Cause } from "./cause";
import type { Value } from "./values";

/** One order in which a cause may come: what stands before and after it, and the share of all orders that look so. */
export type Step = { readonly from: Value; readonly to: Value; readonly weight: number };

/** Every way in which a cause can come after the others; the weights add up to 1. */
export function stepsOf(
  cause: Cause,
  occurred: Coalition,
  values: ReadonlyMap<Coalition, Value>,
): readonly Step[] {
  const bit = bitOf(cause);
  const players = membersIn(occurred);
  return subsetsOf(occurred & ~bit).flatMap((coalition) => {
    const from = values.get(coalition);
    const to = values.get(coalition | bit);
    if (from === undefined || to === undefined) return [];
    return [{ from, to, weight: shareOfOrders(membersIn(coalition), players) }];
  });
}

/** The Shapley value: the mean effect of the cause over all orders. */
export function meanEffect(steps: readonly Step[]): number {
  return steps.reduce(
    (sum, { from, to, weight }) => sum + weight * (to.headline - from.headline),
    0,
  );
}

/** s! (n − s − 1)! ÷ n!: the orders of n players in which exactly these s come first. */
function shareOfOrders(before: number, players: number): number {
  return (factorial(before) * factorial(players - before - 1)) / factorial(players);
}

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
