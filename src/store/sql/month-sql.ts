import { marks, rowMarks, statements } from "../statement";

export const monthSql = statements("month", {
  oldest: (limit) =>
    `SELECT d.day, d.goal_id FROM goal_day d WHERE d.day = (SELECT MIN(x.day) FROM goal_day x)
    ORDER BY d.day, d.goal_id LIMIT ${String(limit)}`,
  /** Every day of a span of at most 31: the marks of the days come first, then those of the goals. */
  days: (n) =>
    `SELECT d.day, d.goal_id, d.doc FROM goal_day d WHERE d.day IN (${marks(longestMonth)})
    AND d.goal_id IN (${marks(n)}) ORDER BY d.day, d.goal_id`,
  months: (n) =>
    `SELECT m.month, m.goal_id, m.doc FROM goal_month m WHERE m.month = ? AND m.goal_id IN (${marks(n)})
    ORDER BY m.goal_id`,
  /** Never fewer days over more. Their number comes last: MySQL assigns from left to right. */
  put: (n) =>
    `INSERT INTO goal_month (month, goal_id, kept_days, doc) VALUES ${rowMarks(n, 4)}
    ON DUPLICATE KEY UPDATE doc = IF(VALUES(kept_days) >= kept_days, VALUES(doc), doc),
    kept_days = GREATEST(kept_days, VALUES(kept_days))`,
  dropDays: (n) =>
    `DELETE FROM goal_day WHERE day IN (${marks(longestMonth)}) AND goal_id IN (${marks(n)})`,
  forgetBefore: "DELETE FROM goal_month WHERE month < ?",
});

/** Lists of days have always so many marks; a shorter one repeats its last day. */
export const longestMonth = 31;
