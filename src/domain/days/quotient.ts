/** A share of sizes as what it is a quotient of, in whole thousandths of a size. */
export type Quotient = { readonly above: number; readonly below: number };

/**
 * Two sums whose quotient is exactly this share. A share shows only its reduced fraction: of the fractions that are the
 * same number the one is taken that is nearest to sums which are known, because those of an interval differ from them
 * by the unsized leaves only. Null where no fraction gives the number back, as for the mean of a weighted parent.
 */
export function quotientOf(share: number, known: Quotient): Quotient | null {
  if (valueOf(known) === share) return known;
  const reduced = reducedFraction(share);
  if (reduced === null) return null;
  const times = 1000 * Math.max(1, Math.round(known.below / 1000 / reduced.below));
  const found = { above: times * reduced.above, below: times * reduced.below };
  return valueOf(found) === share ? found : null;
}

export const valueOf = ({ above, below }: Quotient): number => above / below;

/** Its square is below 2^53: fractions up to here come out of a share undisturbed by rounding. */
const largestDenominator = 9e7;

/** The first of the continued fraction's convergents that is the same number. */
function reducedFraction(share: number): Quotient | null {
  let [above, below] = [1, 0];
  let [aboveBefore, belowBefore] = [0, 1];
  for (let rest = share; Number.isFinite(rest); rest = 1 / (rest - Math.floor(rest))) {
    const whole = Math.floor(rest);
    [above, aboveBefore] = [whole * above + aboveBefore, above];
    [below, belowBefore] = [whole * below + belowBefore, below];
    if (below > largestDenominator) return null;
    if (above / below === share) return { above, below };
  }
  return null;
}
