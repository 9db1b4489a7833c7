import { calendarDay, dayBegins } from "./evidence/calendar-day";
import type { Ports } from "./ports";

/** Its value is the instant at which the day that was kept last ends. */
const key = "snapshot-day";

/**
 * Keeps what every goal amounts to on this day of the site's time zone, the first time it is called on a day; a goal
 * that is archived or without a rollup then has no such day. Called often it costs one small statement.
 */
export async function snapshotDay({ store, now }: Pick<Ports, "store" | "now">): Promise<void> {
  const at = now();
  const last = await store.states.read(key);
  if (last !== null && last.at <= at && isBefore(at, last.value)) return;
  const { timeZone } = await store.settings();
  const day = calendarDay(at, timeZone);
  await store.days.snapshot(day);
  await store.states.write(key, dayBegins(dayAfter(day), timeZone).toISOString(), at);
}

const isBefore = (at: Date, end: unknown) => typeof end === "string" && at < new Date(end);

const dayAfter = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
