import { rowBytes } from "../../../../src/store/room";
import { daysUnpacked } from "../../../../src/use-cases/sync/pack-months";
import type { MeasuredSite } from "../measure-site";
import type { PackedMonth } from "../packed-month";
import { assumptions } from "./assumptions";

type Measured = Pick<MeasuredSite, "goals" | "store"> & { readonly packed: PackedMonth };

/** Days in rows of their own just before the oldest month of them is packed. */
export const mostUnpacked = daysUnpacked + assumptions.daysAMonth;

/** What the past of all goals takes after so many days, in bytes with its rows. */
export function historyBytes(site: Measured, days: number): number {
  const unpacked = Math.min(days, mostUnpacked);
  const months = (days - unpacked) / assumptions.daysAMonth;
  return unpacked * dayBytes(site) + months * site.goals * monthBytes(site.packed);
}

/** Of all goals. */
export const dayBytes = ({ goals, store }: Measured): number =>
  store.dayBytes + goals * rowBytes.day;

/** Of one goal: a first day, days on which something changed, and days that take their comma only. */
export function monthBytes({ firstDayBytes, changedDayBytes }: PackedMonth): number {
  const { daysAMonth, workingDays } = assumptions;
  const unchanged = daysAMonth - 1 - workingDays;
  return rowBytes.month + firstDayBytes + workingDays * changedDayBytes + unchanged;
}
