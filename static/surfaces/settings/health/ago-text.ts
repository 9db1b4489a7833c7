/** How long ago: "12 s ago", "4 min ago", "3 h ago", "2 days ago". An instant after `now` is just now. */
export function agoText(instant: string, now: string): string {
  return `${spanText(instant, now)} ago`;
}

/** How long it has lasted: "12 s", "4 min". */
export function spanText(from: string, to: string): string {
  const seconds = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
  if (seconds < 2 * minute) return `${String(seconds)} s`;
  if (seconds < 2 * hour) return `${String(Math.round(seconds / minute))} min`;
  if (seconds < 2 * day) return `${String(Math.round(seconds / hour))} h`;
  return `${String(Math.round(seconds / day))} days`;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
