import { subDays, subYears } from "date-fns";
import type { DatedDay } from "../../domain/days/kept-day";
import { hasSameFigures, monthOf } from "../../domain/days/month-text";
import { calendarDay } from "../evidence/calendar-day";
import type { GoalMonth } from "../history-ports";
import type { Ports } from "../ports";

/** Days stand in rows of their own for so long, because the newest are asked for most. */
export const daysUnpacked = 90;

/**
 * The present year and two whole ones before, in every season: what a goal that takes a year is compared with. At 5,000
 * goals that all change on every working day they fill about a tenth of what an installation may store.
 */
export const yearsKept = 3;

/** Their days of a month cross the bridge in one answer. */
const goalsAtOnce = 40;

/** Of one run; what is left waits for the next day. */
const mostRounds = 40;

/**
 * Packs the days of months that are long over, one row a goal and month, the oldest first, and forgets packed months
 * after three years. That holds for every goal alike: of one that is archived no new days are kept, and those it has
 * stay as long as others' do, because it may come back and its work is part of what happened.
 *
 * A month is written before its days are deleted, and days are deleted only where a month that was read afterwards has
 * them, so a run may end anywhere, be repeated, and meet another. Nothing is remembered: the oldest day with a row of
 * its own says where to go on.
 */
export async function packMonths({ store, now }: Pick<Ports, "store" | "now">): Promise<void> {
  const { timeZone } = await store.settings();
  const monthAt = (at: Date) => monthOf(calendarDay(at, timeZone));
  await store.months.forgetBefore(monthAt(subYears(now(), yearsKept)));
  const firstUnpacked = monthAt(subDays(now(), daysUnpacked));
  for (let round = 0; round < mostRounds; round += 1) {
    const oldest = await store.months.oldest(goalsAtOnce);
    if (oldest === null || monthOf(oldest.day) >= firstUnpacked) return;
    await pack({ store }, oldest.goalIds, monthOf(oldest.day));
  }
}

async function pack(
  { store }: Pick<Ports, "store">,
  goalIds: readonly string[],
  month: string,
): Promise<void> {
  const unpacked = await store.months.unpacked(goalIds, month);
  const before = byGoal(await store.months.packed(goalIds, month));
  const fuller = unpacked
    .filter((each) => !holds(before.get(each.goalId), each))
    .map((each) => merged(before.get(each.goalId), each));
  if (fuller.length > 0) await store.months.put(fuller);
  const after = fuller.length === 0 ? before : byGoal(await store.months.packed(goalIds, month));
  await store.months.dropUnpacked(unpacked.filter((each) => holds(after.get(each.goalId), each)));
}

const byGoal = (months: readonly GoalMonth[]) =>
  new Map(months.map((month) => [month.goalId, month]));

/** Whether a packed month has all of these days with their figures. */
function holds(packed: GoalMonth | undefined, { days }: GoalMonth): boolean {
  const held = new Map(packed?.days.map(({ day, kept }) => [day, kept]));
  return days.every(({ day, kept }) => {
    const found = held.get(day);
    return found !== undefined && hasSameFigures(found, kept);
  });
}

/** Of a day in both the one in a row of its own, which readers take too. */
function merged(packed: GoalMonth | undefined, unpacked: GoalMonth): GoalMonth {
  const days = new Map<string, DatedDay>();
  for (const each of [...(packed?.days ?? []), ...unpacked.days]) days.set(each.day, each);
  return { ...unpacked, days: [...days.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1)) };
}
