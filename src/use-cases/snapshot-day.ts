import { calendarDay } from "./evidence/calendar-day";
import type { Ports } from "./ports";

const key = "snapshot-day";

/**
 * Keeps what every goal amounts to on this day of the site's time zone, the first time it is called on a day; a goal
 * without a rollup then has no such day. Called often it costs two small statements.
 */
export async function snapshotDay({ store, now }: Pick<Ports, "store" | "now">): Promise<void> {
  const { timeZone } = await store.settings();
  const day = calendarDay(now(), timeZone);
  const last = await store.states.read(key);
  if (last?.value === day) return;
  await store.days.snapshot(day);
  await store.states.write(key, day, now());
}
