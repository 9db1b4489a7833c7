/** A share as it is told where a finer one would tell of single hidden issues. */
export const wholePercent = (share: number) => Math.round(share * 100) / 100;
