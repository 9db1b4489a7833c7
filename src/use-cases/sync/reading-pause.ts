import type { ReadingPause } from "../../contract/progress";
import { endOfUtcHour } from "../../domain/utc-hour";
import type { ViewerPorts } from "../ports";
import type { ReadingBelow } from "../store-ports";
import { type Allowance, pointsAnHour } from "./points-ports";

/** What reading in the background may spend in an hour, in points. */
export const budgetOf = (pointsShare: number): number => Math.round(pointsShare * pointsAnHour);

/** Why nothing is read in the background at an instant, and until when; null while reading goes on. */
export function pauseAt(now: Date, { points, pointsShare }: Allowance): ReadingPause | null {
  const { used, pausedUntil } = points;
  if (pausedUntil !== null && pausedUntil > now) {
    return { why: "quota", until: pausedUntil.toISOString() };
  }
  if (used < pointsShare * pointsAnHour) return null;
  return { why: "budget", until: endOfUtcHour(now).toISOString() };
}

type Waiting = { readonly below: ReadingBelow };

/** The same for goals to be shown. The store is asked only where something that counts in one of them is being read or waits for it. */
export async function pauseOver(
  { store, now }: ViewerPorts,
  rows: readonly Waiting[],
): Promise<ReadingPause | null> {
  if (!rows.some(({ below }) => below === "underway")) return null;
  const [points, { pointsShare }] = await Promise.all([store.points.read(now()), store.settings()]);
  return pauseAt(now(), { points, pointsShare });
}
