/** Days of whole UTC, as the slider counts them. */
export const dayMilliseconds = 86_400_000;

/** Where an instant stands between two others, from 0 to 1. */
export function shareOfTime(at: number, from: number, to: number): number {
  if (to <= from) return 1;
  return Math.min(1, Math.max(0, (at - from) / (to - from)));
}

/** First moments of UTC months between two instants, at most so many, evenly chosen; days where no two months fit. */
export function ticksOf(from: number, to: number, most: number): readonly number[] {
  const months = monthsBetween(from, to);
  if (months.length >= 2) return everyNth(months, Math.ceil(months.length / most));
  const days = daysBetween(from, to);
  return everyNth(days, Math.max(1, Math.ceil(days.length / most)));
}

function monthsBetween(from: number, to: number): readonly number[] {
  const first = new Date(from);
  const months = [];
  for (let month = first.getUTCMonth() + 1; ; month += 1) {
    const start = Date.UTC(first.getUTCFullYear(), month, 1);
    if (start > to) return months;
    months.push(start);
  }
}

function daysBetween(from: number, to: number): readonly number[] {
  const first = Math.ceil(from / dayMilliseconds);
  const last = Math.floor(to / dayMilliseconds);
  return Array.from(
    { length: Math.max(0, last - first + 1) },
    (_, day) => (first + day) * dayMilliseconds,
  );
}

const everyNth = (instants: readonly number[], n: number) =>
  instants.filter((_, index) => index % n === 0);
