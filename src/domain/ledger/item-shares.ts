import type { Coalition } from "./coalition";
import type { Step } from "./shapley";
import type { Group } from "./values";

/** What one item brings to one cause: a part of the headline, negative where it pulls it down. */
export type ItemShare = { readonly itemId: string; readonly share: number };

/**
 * Splits the effect of a cause among the items of a group. From N/D to N′/D′ the headline moves by exactly
 * Σ (n′ − n − v(d′ − d)) / D′, and by exactly Σ (n′ − n − v′(d′ − d)) / D, where n and d are what an item adds to N and
 * D. Each item gets the mean of its two terms, so that going back in time reverses its share.
 */
export function itemSharesOf(group: Group, steps: readonly Step[]): readonly ItemShare[] {
  const factors = factorsOf(group.causes, steps);
  return group.members.map(({ track, weights }) => {
    let share = 0;
    for (const [coalition, weight] of weights) {
      const factor = factors.get(coalition);
      if (factor !== undefined) share += factor.done * weight.done + factor.all * weight.all;
    }
    return { itemId: track.id, share };
  });
}

/** How much of what an item weighs under a coalition is its share. */
type Factor = { done: number; all: number };

/** Where one side of a step has no number, its weights are taken as nothing and the other side's term counts whole. */
function factorsOf(causes: Coalition, steps: readonly Step[]): ReadonlyMap<Coalition, Factor> {
  const factors = new Map<Coalition, Factor>();
  for (const { from, to, weight } of steps) {
    const whole = from.all === 0 || to.all === 0 ? weight : weight / 2;
    const byTo = to.all === 0 ? 0 : whole / to.all;
    const byFrom = from.all === 0 ? 0 : whole / from.all;
    const done = byTo + byFrom;
    const all = byTo * from.headline + byFrom * to.headline;
    if (to.all !== 0) add(to.coalition & causes, done, -all);
    if (from.all !== 0) add(from.coalition & causes, -done, all);
  }
  return factors;

  function add(coalition: Coalition, done: number, all: number): void {
    const factor = factors.get(coalition) ?? { done: 0, all: 0 };
    factors.set(coalition, { done: factor.done + done, all: factor.all + all });
  }
}
