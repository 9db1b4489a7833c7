/** Whether two shares in whole percent differ by more than 15 points. */
export const isFarApart = (lowest: number, highest: number): boolean =>
  Math.round((highest - lowest) * 100) > 15;
