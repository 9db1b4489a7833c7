import { marks, rowMarks, statements } from "../statement";

/** Leaves and empty containers. */
const counting = "role IN (0, 1)";

/** What is written of an issue's place in a scope, beside its stamp. */
const placed = [
  "role",
  "category",
  "dropped",
  "settle_ms",
  "done_ms",
  "open_sub_tasks",
  "project_id",
  "type_id",
  "level",
  "points_m",
  "estimate_s",
  "sub_estimate_s",
  "secured",
  "print",
  "gone",
];

/** The stamp comes last: MySQL assigns from left to right. */
const ifNotOlder = (column: string) =>
  `${column} = IF(VALUES(stamp) >= stamp, VALUES(${column}), ${column})`;

export const scopeSql = statements("scope", {
  prints: (limit) =>
    `SELECT issue_id, print, settle_ms FROM goal_scope WHERE goal_id = ? AND issue_id > ? AND gone = 0
    ORDER BY issue_id LIMIT ${String(limit)}`,
  put: (n) =>
    `INSERT INTO goal_scope (goal_id, issue_id, ${placed.join(", ")}, stamp)
    VALUES ${rowMarks(n, placed.length + 3)}
    ON DUPLICATE KEY UPDATE ${placed.map(ifNotOlder).join(", ")}, stamp = GREATEST(stamp, VALUES(stamp))`,
  /** The row stays, so that a writer with an older stamp cannot bring it back; its done_ms says when it left. */
  leave: (n) =>
    `UPDATE goal_scope SET gone = 1, done_ms = ?, stamp = ?
    WHERE goal_id = ? AND stamp <= ? AND issue_id IN (${marks(n)})`,
  /** The place so many places on, in the order of the goals and their issues; the goal stands twice. */
  placeFurther: (n) =>
    `SELECT goal_id, issue_id FROM goal_scope WHERE project_id = ? AND (goal_id > ? OR (goal_id = ? AND issue_id > ?))
    ORDER BY goal_id, issue_id LIMIT 1 OFFSET ${String(n)}`,
  /** From one place, not itself, to another; the goals of both stand three times. */
  settle: `UPDATE goal_scope SET settle_ms = done_ms + ?
    WHERE project_id = ? AND goal_id >= ? AND (goal_id > ? OR (goal_id = ? AND issue_id > ?))
    AND goal_id <= ? AND (goal_id < ? OR (goal_id = ? AND issue_id <= ?))
    AND gone = 0 AND settle_ms IS NOT NULL AND done_ms IS NOT NULL AND settle_ms <> done_ms + ?`,
  leaves: (limit) =>
    `SELECT s.issue_id, s.role, s.category, s.dropped, s.settle_ms, s.done_ms, s.open_sub_tasks, s.project_id,
      s.type_id, s.level, s.points_m, s.estimate_s, s.sub_estimate_s, s.secured,
      f.issue_key, f.parent_id, f.resolution, f.has_children, f.sub_task_ids
    FROM goal_scope s LEFT JOIN issue_fact f ON f.issue_id = s.issue_id
    WHERE s.goal_id = ? AND s.issue_id > ? AND s.gone = 0 AND s.${counting} ORDER BY s.issue_id LIMIT ${String(limit)}`,
  goalsOfProject: `SELECT goal_id, COUNT(*) AS items, SUM(CASE WHEN category = 2 AND dropped = 0 THEN 1 ELSE 0 END) AS done
    FROM goal_scope WHERE project_id = ? AND dropped = 0 AND gone = 0 AND ${counting} GROUP BY goal_id ORDER BY goal_id`,
  servingOfProject: `SELECT COUNT(DISTINCT s.issue_id) AS n FROM goal_scope s JOIN goal g ON g.id = s.goal_id
    WHERE s.project_id = ? AND s.gone = 0 AND s.level >= 0 AND g.archived = 0`,
});
