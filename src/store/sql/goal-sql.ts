import { listStatement, marks, statement } from "../statement";

const goalColumns = `g.id, g.parent_id, g.title, g.why, g.owner, g.state, g.rule, g.count_sub_tasks, g.combine, g.weight, g.own_weight, g.start_day,
  g.target_day, g.archived, g.version, g.rule_version, g.created_by, g.created_ms, g.updated_ms`;

const rowColumns = `${goalColumns}, r.doc AS rollup_doc, d.doc AS reading_doc`;

const rowTables = `goal g LEFT JOIN goal_rollup r ON r.goal_id = g.id LEFT JOIN goal_reading d ON d.goal_id = g.id`;

/** As many NULLs as a row has columns: the other parts of the viewer's statement carry projects and states only. */
const noRow = rowColumns
  .split(",")
  .map(() => "NULL")
  .join(", ");

export const goalSql = {
  byId: statement("goal.byId", `SELECT ${goalColumns} FROM goal g WHERE g.id = ?`),
  rowById: statement("goal.rowById", `SELECT ${rowColumns} FROM ${rowTables} WHERE g.id = ?`),
  /** The states tell why a reading waits; they come only where the goal's is not at its end. */
  rowForViewer: statement(
    "goal.rowForViewer",
    `SELECT ${rowColumns}, NULL AS project_id, NULL AS may, NULL AS k, NULL AS v, NULL AS state_version
    FROM ${rowTables} WHERE g.id = ?
    UNION ALL
    SELECT ${noRow}, b.project_id, b.may, NULL, NULL, NULL FROM person_browse b
    WHERE b.account_id = ? AND b.checked_ms >= ?
    UNION ALL
    SELECT ${noRow}, NULL, NULL, s.k, s.v, s.version FROM goal_reading w JOIN sync_state s
    WHERE w.goal_id = ? AND (w.doc LIKE ? OR w.doc LIKE ?) AND s.k IN (?, ?, ?, ?)`,
  ),
  rows: listStatement(
    "goal.rows",
    (limit) =>
      `SELECT ${rowColumns} FROM ${rowTables} WHERE g.id > ? AND g.archived <= ? ORDER BY g.id LIMIT ${String(limit)}`,
  ),
  rowsByIds: listStatement(
    "goal.rowsByIds",
    (n) => `SELECT ${rowColumns} FROM ${rowTables} WHERE g.id IN (${marks(n)}) ORDER BY g.id`,
  ),
  childRows: listStatement(
    "goal.childRows",
    (limit) =>
      `SELECT ${rowColumns} FROM ${rowTables} WHERE g.parent_id = ? AND g.id > ? ORDER BY g.id LIMIT ${String(limit)}`,
  ),
  search: listStatement(
    "goal.search",
    (limit) =>
      `SELECT ${goalColumns} FROM goal g WHERE g.archived = 0 AND g.title_folded LIKE ?
      ORDER BY g.title_folded, g.id LIMIT ${String(limit)}`,
  ),
  insert: statement(
    "goal.insert",
    `INSERT INTO goal (id, parent_id, title, title_folded, why, owner, state, rule, count_sub_tasks, combine, weight,
      own_weight, start_day, target_day, archived, version, rule_version, created_by, created_ms, updated_ms)
    VALUES (${marks(20)}) ON DUPLICATE KEY UPDATE id = VALUES(id)`,
  ),
  update: statement(
    "goal.update",
    `UPDATE goal SET parent_id = ?, title = ?, title_folded = ?, why = ?, owner = ?, state = ?, rule = ?,
      count_sub_tasks = ?, combine = ?, weight = ?, own_weight = ?, start_day = ?, target_day = ?, archived = ?, version = ?, rule_version = ?, updated_ms = ?
    WHERE id = ? AND version = ?`,
  ),
  ancestors: statement(
    "goal.ancestors",
    `WITH RECURSIVE up (id, parent_id, depth) AS (
      SELECT g.id, g.parent_id, 0 FROM goal g WHERE g.id = ?
      UNION ALL
      SELECT p.id, p.parent_id, up.depth + 1 FROM goal p JOIN up ON p.id = up.parent_id WHERE up.depth < 32
    )
    SELECT up.id FROM up WHERE up.depth > 0 ORDER BY up.depth, up.id`,
  ),
};
