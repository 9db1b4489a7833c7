/** Milliseconds of 2000-01-01T00:00:00Z: 41 bits of milliseconds since then last until 2069. */
const epoch = 946_684_800_000;
const idsPerMillisecond = 4096;

let latest = 0;

/**
 * A new id: decimal text of a 53-bit integer that grows with time. Two processes may draw in the same millisecond, so
 * the place within it is left to chance; within one process ids never repeat.
 */
export function newId(now: Date): string {
  const begin = Math.max(1, now.getTime() - epoch) * idsPerMillisecond;
  latest = Math.max(latest + 1, begin + Math.floor(Math.random() * idsPerMillisecond));
  return String(latest);
}
