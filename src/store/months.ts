import * as z from "zod/mini";
import { writtenMonth } from "../domain/days/month-text";
import { grouped } from "../domain/grouped";
import type { GoalDay, GoalMonth, MonthStore } from "../use-cases/history-ports";
import type { Database } from "./database";
import { dayRow, monthRow } from "./day-rows";
import { day, id } from "./decoders";
import { longestMonth, monthSql } from "./sql/month-sql";
import { writesOf } from "./statement";
import { dayText, dayValue, idValue, monthValue } from "./values";

/** Days in rows of their own, and months of them in one row. */
export function monthStore(database: Database): MonthStore {
  return {
    oldest: async (limit) => {
      const rows = await database.rows(monthSql.oldest(limit), [], oldestRow);
      const goalIds = rows.map((row) => row.goal_id);
      return rows[0] === undefined ? null : { day: rows[0].day, goalIds };
    },
    unpacked: async (goalIds, month) => {
      const values = [...marksOf(daysIn(month)), ...goalIds.map(idValue)];
      const days = await database.rows(monthSql.days(goalIds.length), values, dayRow);
      return [...grouped(days, ({ goalId }) => goalId)].map(([goalId, own]) => ({
        goalId,
        month,
        days: own.map(datedDay),
      }));
    },
    packed: (goalIds, month) =>
      database.rows(
        monthSql.months(goalIds.length),
        [monthValue(month), ...goalIds.map(idValue)],
        monthRow,
      ),
    put: async (months) => {
      for (const rows of writesOf(months.map(valuesOf))) {
        await database.write(monthSql.put(rows.length), rows.flat());
      }
    },
    dropUnpacked: async (months) => {
      for (const alike of grouped(months, ({ days }) =>
        days.map((each) => each.day).join(),
      ).values()) {
        const days = alike[0]?.days.map((each) => dayValue(each.day)) ?? [];
        const values = [...marksOf(days), ...alike.map(({ goalId }) => idValue(goalId))];
        await database.write(monthSql.dropDays(alike.length), values);
      }
    },
    forgetBefore: async (month) => {
      await database.write(monthSql.forgetBefore, [monthValue(month)]);
    },
  };
}

const oldestRow = z.object({ day, goal_id: id });

const valuesOf = ({ goalId, month, days }: GoalMonth) =>
  [monthValue(month), idValue(goalId), days.length, writtenMonth(days)] as const;

const datedDay = ({ day: on, rollup, ruleVersion, poolsVersion, computedAt }: GoalDay) => ({
  day: on,
  kept: { rollup, ruleVersion, poolsVersion, computedAt },
});

/** A value for each mark of a list of days. */
const marksOf = (days: readonly number[]) =>
  Array.from({ length: longestMonth }, (_, n) => days[Math.min(n, days.length - 1)] ?? 0);

function daysIn(month: string): readonly number[] {
  const first = dayValue(`${month}-01`);
  return Array.from({ length: longestMonth }, (_, n) => first + n).filter((each) =>
    dayText(each).startsWith(month),
  );
}
