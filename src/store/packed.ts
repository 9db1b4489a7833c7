/** Two counts are kept in one number: the first times this, plus the second. Either may be any that a store can hold. */
export const pairBase = 2 ** 26;

export const unpaired = (pair: number): readonly [number, number] => [
  Math.floor(pair / pairBase),
  pair % pairBase,
];
