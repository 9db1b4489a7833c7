/** One measured thing: a sentence's subject and what was measured. */
export type Figure = { readonly name: string; readonly value: string };

export function inMilliseconds(value: number): string {
  return `${value.toFixed(1)} ms`;
}

export function inSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error("nothing was measured");
  return middle;
}
