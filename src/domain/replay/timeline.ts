/** A value over time: each holds from its instant (epoch milliseconds, ascending) up to the next. Never empty. */
export type Timeline<T> = readonly { readonly from: number; readonly value: T }[];

/** The value at an instant, which is not before the first; a change of that very instant has happened. */
export function valueAt<T>(timeline: Timeline<T>, at: number): T {
  let low = 0;
  let high = timeline.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((timeline[middle]?.from ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  const last = timeline[low - 1];
  if (last === undefined) throw new RangeError("asked for an instant before the timeline begins");
  return last.value;
}
