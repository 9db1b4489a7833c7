export type SpreadMark<R extends string> = {
  readonly rule: R;
  /** Distance from the left edge, in percent of the bar's width; the whole width is 0 to 100 % done. */
  readonly left: number;
  readonly isOwn: boolean;
};

export type SpreadScale<R extends string> = {
  readonly left: number;
  readonly width: number;
  readonly marks: readonly SpreadMark<R>[];
};

/**
 * The thin bar from the lowest to the highest rule with a mark for each rule that has a value; null when fewer than two
 * have one. `own` is the goal's rule.
 */
export function spreadScale<R extends string>(
  values: readonly { readonly rule: R; readonly value: number | null }[],
  own: string,
): SpreadScale<R> | null {
  const marks = values.flatMap(({ rule, value }) =>
    value === null ? [] : [{ rule, left: value * 100, isOwn: rule === own }],
  );
  if (marks.length < 2) return null;
  const lefts = marks.map(({ left }) => left);
  const lowest = Math.min(...lefts);
  return { left: lowest, width: Math.max(...lefts) - lowest, marks };
}
