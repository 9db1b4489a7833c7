/** What was shown of a goal on one day, and what hindsight says that it was. */
export type JudgedCase = {
  /** What kind of goal it was, as "version"; cases are told apart by it. */
  readonly kind: string;
  readonly headline: number;
  readonly low: number;
  readonly high: number;
  /** Done ÷ known, as a plain tool would have shown it. */
  readonly plain: number;
  readonly hindsight: number;
};

/** How near what was shown came to the truth; null where nothing was judged. */
export type Verdict = {
  readonly cases: number;
  /** Share of cases in which hindsight lay in the interval of evidence. */
  readonly coverageEvidence: number | null;
  /** Median distance between headline and hindsight; 0.1 is ten points of percent. */
  readonly medianError: number | null;
  readonly plainMedianError: number | null;
};

export function verdictOn(cases: readonly JudgedCase[]): Verdict {
  const held = cases.filter(
    ({ low, high, hindsight }) => low - rounding <= hindsight && hindsight <= high + rounding,
  );
  return {
    cases: cases.length,
    coverageEvidence: cases.length === 0 ? null : held.length / cases.length,
    medianError: medianOf(cases.map(({ headline, hindsight }) => Math.abs(headline - hindsight))),
    plainMedianError: medianOf(cases.map(({ plain, hindsight }) => Math.abs(plain - hindsight))),
  };
}

const rounding = 1e-9;

/** The middle value, or the mean of the two. */
function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}
