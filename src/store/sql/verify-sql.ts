import { marks, statements } from "../statement";
import { childColumns } from "./issue-sql";

const rolled = `SELECT g.id AS goal_id, g.rule, g.rule_version, g.combine, g.own_weight, g.count_sub_tasks, g.updated_ms,
    COALESCE(d.sequence, 0) AS sequence, COALESCE(r.sequence, 0) AS rolled, r.effort, r.doc AS rollup_doc, q.doc AS reading_doc
  FROM goal g LEFT JOIN dirty_goal d ON d.goal_id = g.id LEFT JOIN goal_rollup r ON r.goal_id = g.id
    LEFT JOIN goal_reading q ON q.goal_id = g.id`;

export const verifySql = statements("verify", {
  /** Goals with their numbers, and the marks that these rest on, of one instant. */
  rolledAfter: (limit) =>
    `${rolled} WHERE g.archived = 0 AND g.id > ? ORDER BY g.id LIMIT ${String(limit)}`,
  rolledByIds: (n) => `${rolled} WHERE g.archived = 0 AND g.id IN (${marks(n)}) ORDER BY g.id`,
  /** The children of these goals that have a number. */
  parts: (n) =>
    `SELECT g.parent_id, g.id, g.weight, g.state, g.archived, r.doc FROM goal g JOIN goal_rollup r ON r.goal_id = g.id
    WHERE g.parent_id IN (${marks(n)}) ORDER BY g.id`,
  /** What of an issue decides its place in a scope. */
  facts: (limit) =>
    `SELECT f.issue_id, f.project_id, f.parent_id, f.type_id, f.level, f.category, f.resolution, f.done_ms, f.points_m,
      f.estimate_s, f.open_sub_tasks, f.sub_task_ids, f.has_children, f.secured, f.synced_ms
    FROM issue_fact f WHERE f.issue_id > ? AND f.gone = 0 ORDER BY f.issue_id LIMIT ${String(limit)}`,
  children: (limit) =>
    `SELECT ${childColumns} FROM issue_fact c WHERE c.parent_id > ? AND c.gone = 0
    GROUP BY c.parent_id ORDER BY c.parent_id LIMIT ${String(limit)}`,
  /** Which issues the links of each goal bring, each once; the goal stands twice. */
  members: (limit) =>
    `SELECT m.goal_id, m.issue_id FROM goal_issue m JOIN goal_link l ON l.id = m.link_id
    WHERE m.goal_id > ? OR (m.goal_id = ? AND m.issue_id > ?)
    GROUP BY m.goal_id, m.issue_id ORDER BY m.goal_id, m.issue_id LIMIT ${String(limit)}`,
  forgetGone:
    "DELETE FROM goal_scope WHERE goal_id > ? AND goal_id <= ? AND gone = 1 AND done_ms < ?",
});
