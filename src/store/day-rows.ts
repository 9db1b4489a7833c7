import * as z from "zod/mini";
import { readDay } from "../domain/days/day-text";
import { readMonth } from "../domain/days/month-text";
import type { GoalDay, GoalMonth } from "../use-cases/history-ports";
import { day, id, month } from "./decoders";

export const dayRow = z.pipe(
  z.object({ day, goal_id: id, doc: z.string() }),
  z.transform((row): GoalDay => ({ goalId: row.goal_id, day: row.day, ...readDay(row.doc) })),
);

export const monthRow = z.pipe(
  z.object({ month, goal_id: id, doc: z.string() }),
  z.transform((row): GoalMonth => ({
    goalId: row.goal_id,
    month: row.month,
    days: readMonth(row.month, row.doc),
  })),
);
