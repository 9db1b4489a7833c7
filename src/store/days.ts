import * as z from "zod/mini";
import { monthOf } from "../domain/days/month-text";
import type { DayStore, GoalDay } from "../use-cases/history-ports";
import type { Database } from "./database";
import { dayRow, monthRow } from "./day-rows";
import { day } from "./decoders";
import { historySql } from "./sql/history-sql";
import { chunksOf, idsPerStatement } from "./statement";
import { dayValue, idValue, monthValue } from "./values";

/** What goals amounted to, day by day. */
export function dayStore(database: Database): DayStore {
  return {
    snapshot: async (on) => {
      await database.write(historySql.snapshot, [dayValue(on)]);
    },
    // A day that is packed meanwhile is found twice rather than missed: days are read before months.
    of: async (goalId, from, to) => {
      const single = await singleDays(database, goalId, { from, to });
      const packed = await packedDays(database, goalId, { from, to });
      const byDay = new Map([...packed, ...single].map((each) => [each.day, each]));
      return [...byDay.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1));
    },
  };
}

type Span = { readonly from: string; readonly to: string };

const boundsRow = z.object({ first_day: z.nullable(day), last_day: z.nullable(day) });

async function singleDays(
  database: Database,
  goalId: string,
  { from, to }: Span,
): Promise<readonly GoalDay[]> {
  const [bounds] = await database.rows(historySql.dayBounds, [], boundsRow);
  const { first_day: first, last_day: last } = bounds ?? { first_day: null, last_day: null };
  if (first === null || last === null) return [];
  const days: GoalDay[] = [];
  const wanted = numbersBetween(dayValue(later(from, first)), dayValue(earlier(to, last)));
  for (const chunk of chunksOf(wanted, idsPerStatement)) {
    const values = [idValue(goalId), ...chunk];
    const rows = await database.rows(historySql.daysOfGoal(chunk.length), values, dayRow);
    days.push(...rows);
  }
  return days;
}

async function packedDays(
  database: Database,
  goalId: string,
  { from, to }: Span,
): Promise<readonly GoalDay[]> {
  const days: GoalDay[] = [];
  const wanted = numbersBetween(monthValue(monthOf(from)), monthValue(monthOf(to)));
  for (const chunk of chunksOf(wanted, monthsPerStatement)) {
    const values = [idValue(goalId), ...chunk];
    const months = await database.rows(historySql.monthsOfGoal(chunk.length), values, monthRow);
    days.push(
      ...months.flatMap((month) =>
        month.days.map((each) => ({ goalId, day: each.day, ...each.kept })),
      ),
    );
  }
  return days.filter((each) => each.day >= from && each.day <= to);
}

/** Of a goal whose sizes are drawn from hundreds of projects a month takes tens of kilobytes. */
const monthsPerStatement = 30;

const numbersBetween = (first: number, last: number) =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n);

const later = (a: string, b: string) => (a > b ? a : b);
const earlier = (a: string, b: string) => (a < b ? a : b);
