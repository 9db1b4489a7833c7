import { columnOf, marks, rowMarks, statements } from "../statement";

const columns = ["project_id", "project_key", "secured", "created_ms", "size", "doc"];

const ifNewer = (column: string) =>
  `${column} = IF(VALUES(updated_ms) >= updated_ms, VALUES(${column}), ${column})`;

/** Issues that are or were in the scope of a goal or of one it counts. The goal stands three times. */
const everMembers = `SELECT s.issue_id FROM goal_scope s WHERE s.goal_id = ?
  UNION SELECT m.issue_id FROM goal_past_member m
  WHERE m.goal_id = ? OR m.goal_id IN (SELECT c.descendant_id FROM goal_closure c WHERE c.ancestor_id = ?)`;

/** Issues that are deleted or hidden from the app count nowhere, in the past neither. */
const known = `LEFT JOIN issue_fact f ON f.issue_id = p.issue_id WHERE p.size > 0 AND COALESCE(f.gone, 0) = 0`;

export const historySql = statements("history", {
  /** The version comes last: MySQL assigns from left to right. */
  put: (n) =>
    `INSERT INTO issue_past (issue_id, ${columns.join(", ")}, updated_ms) VALUES ${rowMarks(n, 8)}
    ON DUPLICATE KEY UPDATE ${columns.map(ifNewer).join(", ")}, updated_ms = GREATEST(updated_ms, VALUES(updated_ms))`,
  /** Empty documents, of the version that the fact has, so that only a newer one is read again. */
  putMissing: (n) =>
    `INSERT INTO issue_past (issue_id, ${columns.join(", ")}, updated_ms)
    SELECT t.issue_id, 0, '', 0, 0, 0, '', COALESCE(f.updated_ms, 0)
    FROM (${columnOf("issue_id", n)}) t LEFT JOIN issue_fact f ON f.issue_id = t.issue_id WHERE t.issue_id > 0
    ON DUPLICATE KEY UPDATE size = 0, doc = '', updated_ms = GREATEST(issue_past.updated_ms, VALUES(updated_ms))`,
  sizesByIds: (n) =>
    `SELECT p.issue_id, p.size FROM issue_past p ${known} AND p.issue_id IN (${marks(n)}) ORDER BY p.issue_id`,
  sizesOfGoal: (limit) =>
    `SELECT p.issue_id, p.size FROM (${everMembers}) e JOIN issue_past p ON p.issue_id = e.issue_id ${known}
    AND p.issue_id > ? ORDER BY p.issue_id LIMIT ${String(limit)}`,
  docs: (n) =>
    `SELECT issue_id, project_id, project_key, secured, created_ms, doc, updated_ms FROM issue_past
    WHERE issue_id IN (${marks(n)}) AND size > 0 ORDER BY issue_id`,
  addMembers: (n) => `REPLACE INTO goal_past_member (goal_id, issue_id) VALUES ${rowMarks(n, 2)}`,
  addScope: `INSERT INTO goal_past_member (goal_id, issue_id)
    SELECT s.goal_id, s.issue_id FROM goal_scope s WHERE s.goal_id = ? AND NOT EXISTS
      (SELECT 1 FROM goal_past_member m WHERE m.goal_id = s.goal_id AND m.issue_id = s.issue_id)
    ON DUPLICATE KEY UPDATE issue_id = VALUES(issue_id)`,
  unread: (limit) =>
    `SELECT e.issue_id FROM (${everMembers}) e LEFT JOIN issue_past p ON p.issue_id = e.issue_id
    LEFT JOIN issue_fact f ON f.issue_id = e.issue_id
    WHERE COALESCE(f.gone, 0) = 0 AND (p.issue_id IS NULL OR p.updated_ms < f.updated_ms)
    ORDER BY e.issue_id LIMIT ${String(limit)}`,
  /** One look at each end of the table. */
  dayBounds:
    "SELECT (SELECT MIN(d.day) FROM goal_day d) AS first_day, (SELECT MAX(d.day) FROM goal_day d) AS last_day",
  daysOfGoal: (n) =>
    `SELECT d.day, d.goal_id, d.doc FROM goal_day d WHERE d.goal_id = ? AND d.day IN (${marks(n)})
    ORDER BY d.day, d.goal_id`,
  monthsOfGoal: (n) =>
    `SELECT m.month, m.goal_id, m.doc FROM goal_month m WHERE m.goal_id = ? AND m.month IN (${marks(n)})
    ORDER BY m.month, m.goal_id`,
  /** What was written for a day first stays. */
  snapshot: `INSERT INTO goal_day (day, goal_id, doc)
    SELECT t.day, r.goal_id, r.day_doc FROM goal_rollup r JOIN goal g ON g.id = r.goal_id JOIN (SELECT ? AS day) t
    WHERE g.archived = 0 ON DUPLICATE KEY UPDATE doc = goal_day.doc`,
});
