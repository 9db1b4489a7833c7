import { marks, rowMarks, statements } from "../statement";

export const stateSql = statements("state", {
  read: "SELECT k, v, version, updated_ms FROM sync_state WHERE k = ?",
  beginning: (limit) =>
    `SELECT s.k AS state_id, s.v, s.version, s.updated_ms FROM sync_state s
    WHERE s.k > ? AND s.k < ? ORDER BY state_id LIMIT ${String(limit)}`,
  write: `INSERT INTO sync_state (k, v, version, updated_ms) VALUES (?, ?, 1, ?)
    ON DUPLICATE KEY UPDATE v = VALUES(v), version = version + 1, updated_ms = VALUES(updated_ms)`,
  several: (n) => `SELECT k, v, version, updated_ms FROM sync_state WHERE k IN (${marks(n)})`,
  /** A counter is a state whose version is the count. */
  count: (n) =>
    `INSERT INTO sync_state (k, v, version, updated_ms) VALUES ${rowMarks(n, 4)}
    ON DUPLICATE KEY UPDATE version = version + VALUES(version),
      updated_ms = GREATEST(updated_ms, VALUES(updated_ms))`,
  /** Makes a state that is not there yet; one that is stays. */
  begin: `INSERT INTO sync_state (k, v, version, updated_ms) VALUES (?, 'null', 1, ?)
    ON DUPLICATE KEY UPDATE version = sync_state.version`,
  /** Written over exactly this version only. */
  swap: "UPDATE sync_state SET v = ?, version = version + 1, updated_ms = ? WHERE k = ? AND version = ?",
  remove: "DELETE FROM sync_state WHERE k = ?",
  forget: "DELETE FROM sync_state WHERE k = ? AND version = ?",
  /** Nothing is written when somebody was told so since. */
  claimOnce: `INSERT INTO sync_state (k, v, version, updated_ms)
    SELECT t.k, 'null', 1, t.at_ms FROM (SELECT ? AS k, ? AS at_ms) t
    WHERE NOT EXISTS (SELECT 1 FROM sync_state s WHERE s.k = ? AND s.updated_ms > ?)
    ON DUPLICATE KEY UPDATE version = sync_state.version + 1, updated_ms = VALUES(updated_ms)`,
});
