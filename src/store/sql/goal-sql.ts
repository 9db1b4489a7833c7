import { marks, statements } from "../statement";

const goalColumns = `g.id, g.parent_id, g.title, g.why, g.owner, g.state, g.rule, g.count_sub_tasks, g.combine, g.weight, g.own_weight, g.start_day,
  g.target_day, g.archived, g.version, g.rule_version, g.created_by, g.created_ms, g.updated_ms`;

const readBelow = `goal_closure c JOIN goal_reading w ON w.goal_id = c.descendant_id`;

/** 2: something that counts in the goal is not read to its end; 1: Jira refuses a rule. */
const below = `(SELECT MAX(CASE WHEN w.doc LIKE '{_kind_:_complete_%' THEN 0 WHEN w.doc LIKE '{_kind_:_broken_%' THEN 1 ELSE 2 END)
    FROM ${readBelow} WHERE c.ancestor_id = g.id) AS below`;

const rowColumns = `${goalColumns}, r.doc AS rollup_doc, d.doc AS reading_doc, ${below}`;

const rowTables = `goal g LEFT JOIN goal_rollup r ON r.goal_id = g.id LEFT JOIN goal_reading d ON d.goal_id = g.id`;

/** As many NULLs as a row has columns: the other parts of the viewer's statement carry projects and states only. */
const noRow = rowColumns
  .split(",")
  .map(() => "NULL")
  .join(", ");

export const goalSql = statements("goal", {
  byId: `SELECT ${goalColumns} FROM goal g WHERE g.id = ?`,
  rowById: `SELECT ${rowColumns} FROM ${rowTables} WHERE g.id = ?`,
  /** The states tell why a reading waits; they come only where something that counts is not read to its end. */
  rowForViewer: `SELECT ${rowColumns}, NULL AS project_id, NULL AS may, NULL AS k, NULL AS v, NULL AS state_version
    FROM ${rowTables} WHERE g.id = ?
    UNION ALL
    SELECT ${noRow}, b.project_id, b.may, NULL, NULL, NULL FROM person_browse b
    WHERE b.account_id = ? AND b.checked_ms >= ?
    UNION ALL
    SELECT ${noRow}, NULL, NULL, s.k, s.v, s.version FROM sync_state s
    WHERE s.k IN (?, ?, ?, ?)
      AND EXISTS (SELECT 1 FROM ${readBelow} WHERE c.ancestor_id = ? AND (w.doc LIKE ? OR w.doc LIKE ?))`,
  rows: (limit) =>
    `SELECT ${rowColumns} FROM ${rowTables} WHERE g.id > ? AND g.archived <= ? ORDER BY g.id LIMIT ${String(limit)}`,
  rowsByIds: (n) =>
    `SELECT ${rowColumns} FROM ${rowTables} WHERE g.id IN (${marks(n)}) ORDER BY g.id`,
  childRows: (limit) =>
    `SELECT ${rowColumns} FROM ${rowTables} WHERE g.parent_id = ? AND g.id > ? ORDER BY g.id LIMIT ${String(limit)}`,
  search: (limit) =>
    `SELECT ${goalColumns} FROM goal g WHERE g.archived = 0 AND g.title_folded LIKE ?
    ORDER BY g.title_folded, g.id LIMIT ${String(limit)}`,
  insert: `INSERT INTO goal (id, parent_id, title, title_folded, why, owner, state, rule, count_sub_tasks, combine, weight,
      own_weight, start_day, target_day, archived, version, rule_version, created_by, created_ms, updated_ms)
    VALUES (${marks(20)}) ON DUPLICATE KEY UPDATE id = VALUES(id)`,
  update: `UPDATE goal SET parent_id = ?, title = ?, title_folded = ?, why = ?, owner = ?, state = ?, rule = ?,
      count_sub_tasks = ?, combine = ?, weight = ?, own_weight = ?, start_day = ?, target_day = ?, archived = ?, version = ?, rule_version = ?, updated_ms = ?
    WHERE id = ? AND version = ?`,
  ancestors: `WITH RECURSIVE up (id, parent_id, depth) AS (
      SELECT g.id, g.parent_id, 0 FROM goal g WHERE g.id = ?
      UNION ALL
      SELECT p.id, p.parent_id, up.depth + 1 FROM goal p JOIN up ON p.id = up.parent_id WHERE up.depth < 32
    )
    SELECT up.id FROM up WHERE up.depth > 0 ORDER BY up.depth, up.id`,
});
