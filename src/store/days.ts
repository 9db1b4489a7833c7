import * as z from "zod/mini";
import type { DayStore, GoalDay } from "../use-cases/history-ports";
import type { Database } from "./database";
import { day, id, int, json } from "./decoders";
import { storedRollup } from "./goal-rows";
import { historySql } from "./sql/history-sql";
import { dayValue, idValue } from "./values";

/** Days a page: a rollup with thousands of secured issues takes tens of kilobytes of an answer of 4 MiB. */
const daysPerPage = 50;

/** What goals amounted to, day by day. */
export function dayStore(database: Database): DayStore {
  const written = async (on: number) => {
    const [row] = await database.rows(historySql.daysWritten, [on], z.object({ n: int }));
    return row?.n ?? 0;
  };
  return {
    snapshot: async (text) => {
      const on = dayValue(text);
      const before = await written(on);
      await database.write(historySql.snapshot, [on, on]);
      return (await written(on)) - before;
    },
    of: async (goalId, from, to) => {
      const days: GoalDay[] = [];
      for (;;) {
        const last = days.at(-1);
        const after = last === undefined ? dayValue(from) - 1 : dayValue(last.day);
        const values = [idValue(goalId), after, dayValue(to)];
        const page = await database.rows(historySql.days(daysPerPage), values, dayRow);
        days.push(...page.map(dayOf));
        if (page.length < daysPerPage) return days;
      }
    },
  };
}

const dayRow = z.object({ goal_id: id, day, doc: json(storedRollup) });

const dayOf = ({ goal_id, day: on, doc }: z.output<typeof dayRow>): GoalDay => ({
  goalId: goal_id,
  day: on,
  rollup: doc.rollup,
  ruleVersion: doc.ruleVersion,
  poolVersions: doc.poolVersions,
  computedAt: doc.computedAt,
});
