import { listStatement, marks } from "../statement";
import { childColumns, factColumns } from "./issue-sql";

/** Links that still exist and the goals that count what they bring. */
const reaching = `JOIN goal_link l ON l.id = m.link_id JOIN goal_closure c ON c.descendant_id = m.goal_id`;

/** One row per issue and goal, asked of ids that stand five times in the statement. */
export const placeSql = {
  /**
   * What decides the place of issues in scopes: whether each goal reaches it, whether the scope holds it, one child of
   * either kind and the parent that the same goal reaches, and the facts. The goal's sequence is of the same
   * instant, so that it can stand for what was read.
   */
  inputs: listStatement(
    "place.inputs",
    (n) =>
      `SELECT u.goal_id, u.member, u.placed, u.child_id, u.sub_task_id, u.parent_in, u.issue_id AS placed_id,
        g.rule, g.count_sub_tasks, d.sequence AS stamp, ${factColumns}, ch.sub_tasks, ch.open_sub_tasks AS sub_open, ch.sub_estimate_s,
        ch.issues, ch.sub_synced_ms, ps.days
      FROM (
        SELECT p.goal_id, p.issue_id, MAX(p.member) AS member, MAX(p.placed) AS placed, MIN(p.child_id) AS child_id,
          MIN(p.sub_task_id) AS sub_task_id, MAX(p.parent_in) AS parent_in
        FROM (
          SELECT c.ancestor_id AS goal_id, m.issue_id, 1 AS member, 0 AS placed, NULL AS child_id,
            NULL AS sub_task_id, 0 AS parent_in
          FROM goal_issue m ${reaching} WHERE m.issue_id IN (${marks(n)})
          UNION ALL
          SELECT s.goal_id, s.issue_id, 0, 1, NULL, NULL, 0
          FROM goal_scope s WHERE s.issue_id IN (${marks(n)}) AND s.gone = 0
          UNION ALL
          SELECT c.ancestor_id, k.parent_id, 0, 0, CASE WHEN k.level >= 0 THEN k.issue_id ELSE NULL END,
            CASE WHEN k.level < 0 THEN k.issue_id ELSE NULL END, 0
          FROM issue_fact k JOIN goal_issue m ON m.issue_id = k.issue_id ${reaching}
          WHERE k.parent_id IN (${marks(n)}) AND k.gone = 0 AND k.parent_id <> k.issue_id
          UNION ALL
          SELECT c.ancestor_id, k.issue_id, 0, 0, NULL, NULL, 1
          FROM issue_fact k JOIN issue_fact pf ON pf.issue_id = k.parent_id AND pf.gone = 0
            JOIN goal_issue m ON m.issue_id = k.parent_id ${reaching}
          WHERE k.issue_id IN (${marks(n)}) AND k.parent_id <> k.issue_id
        ) p GROUP BY p.goal_id, p.issue_id HAVING MAX(p.member) > 0 OR MAX(p.placed) > 0
      ) u JOIN goal g ON g.id = u.goal_id
      LEFT JOIN dirty_goal d ON d.goal_id = u.goal_id
      LEFT JOIN issue_fact f ON f.issue_id = u.issue_id AND f.gone = 0
      LEFT JOIN (
        SELECT ${childColumns} FROM issue_fact c WHERE c.parent_id IN (${marks(n)}) AND c.gone = 0
        GROUP BY c.parent_id
      ) ch ON ch.parent_id = u.issue_id
      LEFT JOIN project_settle ps ON ps.project_id = f.project_id
      ORDER BY u.goal_id, u.issue_id`,
  ),
};
