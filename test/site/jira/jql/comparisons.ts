/** Whether a difference `value - bound` satisfies an operator of order. */
export const comparisons: ReadonlyMap<string, (difference: number) => boolean> = new Map([
  ["<", (difference: number) => difference < 0],
  ["<=", (difference: number) => difference <= 0],
  [">", (difference: number) => difference > 0],
  [">=", (difference: number) => difference >= 0],
]);
