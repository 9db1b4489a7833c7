import { listStatement, marks } from "../statement";

const goal = `t.goal_id, t.sequence, t.place_sequence, t.placed_sequence, t.weighted_parent_id, t.rule, t.rule_version, t.combine,
  t.count_sub_tasks, t.own_weight`;
const cell = "role, category, dropped, settled, open_sub_task, project_id, type_id, level, sized";
const names = goal.replaceAll("t.", "h.");

/** Leaves and empty containers. */
const counting = "s.role IN (0, 1)";

export const rollSql = {
  /**
   * Goals whose rollup is older than their last mark, each with the histogram of its scope under its rule: one row for
   * issues that differ in size only, one without a cell where the scope is empty. Their sums serve all rules. The
   * instant stands twice.
   */
  dirty: listStatement(
    "roll.dirty",
    (limit) =>
      `SELECT ${names}, ${cell}, COUNT(h.issue_id) AS n, MIN(h.next_settle_ms) AS next_settle_ms,
        SUM(h.secured) AS secured, COUNT(h.points_m) AS points_n, COALESCE(SUM(h.points_m), 0) AS points_sum_m,
        COUNT(h.time_s) AS time_n, COALESCE(SUM(h.time_s), 0) AS time_sum_s
      FROM (
        SELECT ${goal}, s.issue_id, s.role, s.category, s.dropped,
          CASE WHEN s.settle_ms <= ? THEN 1 ELSE 0 END AS settled,
          CASE WHEN s.open_sub_tasks > 0 THEN 1 ELSE 0 END AS open_sub_task, s.project_id, s.type_id, s.level,
          CASE WHEN (t.rule = 'points' AND s.points_m IS NULL)
            OR (t.rule = 'time' AND COALESCE(s.estimate_s, s.sub_estimate_s) IS NULL) THEN 0 ELSE 1 END AS sized,
          s.points_m, COALESCE(s.estimate_s, s.sub_estimate_s) AS time_s,
          CASE WHEN ${counting} AND s.category = 2 AND s.dropped = 0 AND s.open_sub_tasks = 0 AND s.settle_ms > ?
            THEN s.settle_ms ELSE NULL END AS next_settle_ms,
          CASE WHEN ${counting} THEN s.secured ELSE 0 END AS secured
        FROM (
          SELECT d.goal_id, d.sequence, d.place_sequence, d.placed_sequence,
            CASE WHEN w.combine = 'weighted' THEN w.id ELSE NULL END AS weighted_parent_id, g.rule, g.rule_version,
            g.combine, g.count_sub_tasks, g.own_weight
          FROM dirty_goal d JOIN goal g ON g.id = d.goal_id LEFT JOIN goal w ON w.id = g.parent_id
            LEFT JOIN goal_rollup r ON r.goal_id = d.goal_id
          WHERE r.sequence IS NULL OR r.sequence < d.sequence ORDER BY d.goal_id LIMIT ${String(limit)}
        ) t LEFT JOIN goal_scope s ON s.goal_id = t.goal_id AND s.gone = 0
      ) h GROUP BY ${names}, ${cell}`,
  ),
  securedLeaves: listStatement(
    "roll.securedLeaves",
    (n) =>
      `SELECT s.goal_id, s.project_id, s.issue_id FROM goal_scope s
      WHERE s.goal_id IN (${marks(n)}) AND s.secured = 1 AND s.gone = 0 AND ${counting}
      ORDER BY s.goal_id, s.issue_id`,
  ),
};
