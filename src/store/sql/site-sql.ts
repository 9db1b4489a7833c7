import { marks, rowMarks, statements } from "../statement";

export const siteSql = statements("site", {
  projects: "SELECT DISTINCT project_id FROM issue_fact ORDER BY project_id",
  settleTimes: (n) =>
    `SELECT project_id, project_key, days, reopenings, read_ms FROM project_settle
    WHERE project_id IN (${marks(n)}) ORDER BY project_id`,
  putSettleTime: `INSERT INTO project_settle (project_id, project_key, days, reopenings, read_ms) VALUES (?, ?, ?, ?, ?)
    ON DUPLICATE KEY UPDATE project_key = ${ifLater("project_key")}, days = ${ifLater("days")},
      reopenings = ${ifLater("reopenings")}, read_ms = GREATEST(read_ms, VALUES(read_ms))`,
  pools: (n) =>
    `SELECT project_id, doc FROM size_pool WHERE project_id IN (${marks(n)}) ORDER BY project_id`,
  putPools: `INSERT INTO size_pool (project_id, doc, read_ms) VALUES (?, ?, ?)
    ON DUPLICATE KEY UPDATE doc = ${ifLater("doc")}, read_ms = GREATEST(read_ms, VALUES(read_ms))`,
  forgetPools: "DELETE FROM size_pool WHERE project_id > 0",
  forgetPastPools: "DELETE FROM sync_state WHERE k LIKE ?",
  /** A version before all others: whatever is read then is newer. */
  forgetPasts: "UPDATE issue_past SET updated_ms = 0 WHERE updated_ms > 0",
  browsable: `SELECT project_id, may FROM person_browse WHERE account_id = ? AND checked_ms >= ? ORDER BY project_id`,
  putBrowsable: (n) =>
    `REPLACE INTO person_browse (account_id, project_id, may, checked_ms) VALUES ${rowMarks(n, 4)}`,
  answered: "SELECT answer FROM answered WHERE account_id = ? AND action_key = ?",
  /** The first answer stays: that is the one the person was given. */
  putAnswered: `INSERT INTO answered (account_id, action_key, answer, at_ms) VALUES (?, ?, ?, ?)
    ON DUPLICATE KEY UPDATE account_id = VALUES(account_id)`,
  audit: `INSERT INTO audit (id, goal_id, at_ms, account_id, action, details) VALUES (?, ?, ?, ?, ?, ?)
    ON DUPLICATE KEY UPDATE id = VALUES(id)`,
  auditOf: (limit) =>
    `SELECT id, goal_id, at_ms, account_id, action, details FROM audit
    WHERE goal_id = ? AND (at_ms > ? OR (at_ms = ? AND id > ?)) ORDER BY at_ms, id LIMIT ${String(limit)}`,
  /** The first version; nothing where there is one. */
  beginState: `INSERT INTO sync_state (k, v, version, updated_ms) VALUES (?, ?, 1, ?)
    ON DUPLICATE KEY UPDATE k = VALUES(k)`,
  changeState:
    "UPDATE sync_state SET v = ?, version = version + 1, updated_ms = ? WHERE k = ? AND version = ?",
});

function ifLater(column: string): string {
  return `IF(VALUES(read_ms) >= read_ms, VALUES(${column}), ${column})`;
}
