/**
 * Two are kept in one number: the first times this, plus the second. Counts may be any that a store can hold; ids of
 * projects stand first and may have 27 bits, those of types second and may have 26.
 */
export const pairBase = 2 ** 26;

export const unpaired = (pair: number): readonly [number, number] => [
  Math.floor(pair / pairBase),
  pair % pairBase,
];
