import { among, marks, pairMarks, rowMarks, statements } from "../statement";

const issuesInQueue = (n: number) =>
  Array.from({ length: n }, (_, i) =>
    i === 0 ? "SELECT ? AS issue_id, ? AS sequence, ? AS hint_ms" : "SELECT ?, ?, ?",
  ).join(" UNION ALL ");

const marked = `sequence = IF(dirty_issue.lease_ms = 0, dirty_issue.sequence,
    GREATEST(dirty_issue.sequence + 1, VALUES(sequence))),
  hint_ms = GREATEST(dirty_issue.hint_ms, VALUES(hint_ms)),
  tries = IF(dirty_issue.lease_ms = 0, dirty_issue.tries, 1), lease = 0, lease_ms = 0`;

export const syncSql = statements("sync", {
  /**
   * A waiting issue keeps its place; one that somebody works on waits again under a new sequence. Nothing is written
   * when so many wait already. The lease comes last: MySQL assigns from left to right.
   */
  mark: (n) =>
    `INSERT INTO dirty_issue (issue_id, sequence, hint_ms, lease, lease_ms, tries)
    SELECT v.issue_id, v.sequence, v.hint_ms, 0, 0, 0 FROM (${issuesInQueue(n)}) v
    WHERE (SELECT COUNT(*) FROM dirty_issue w) < ?
    ON DUPLICATE KEY UPDATE ${marked}`,
  /** The same whatever waits. */
  markAll: (n) =>
    `INSERT INTO dirty_issue (issue_id, sequence, hint_ms, lease, lease_ms, tries) VALUES ${rowMarks(n, 6)}
    ON DUPLICATE KEY UPDATE ${marked}`,
  /** How it stands with a few issues and the queue that they were to join. */
  noted: (n) =>
    `SELECT (SELECT COUNT(*) FROM dirty_issue w WHERE w.issue_id IN (${marks(n)})) AS waiting,
      (SELECT MIN(d.sequence) FROM dirty_issue d WHERE d.lease_ms = 0) AS first_free,
      (SELECT COUNT(*) FROM sync_state s WHERE s.k = ? AND s.v = 'true') AS search_asked,
      (SELECT c.v FROM sync_state c WHERE c.k = ?) AS settings,
      (SELECT p.version FROM sync_state p WHERE p.k = ?) AS points_used`,
  /** Those that nobody has claimed since their mark. */
  waitingSince: (limit) =>
    `SELECT d.issue_id, d.hint_ms FROM dirty_issue d
    WHERE d.lease_ms = 0 AND d.issue_id > ? AND d.hint_ms >= ? ORDER BY d.issue_id LIMIT ${String(limit)}`,
  /** How many wait or are worked on, and the first that nobody works on. */
  queue: `SELECT COUNT(*) AS n, MIN(CASE WHEN lease_ms = 0 THEN sequence ELSE NULL END) AS first_free,
    MIN(sequence) AS first_of_all FROM dirty_issue`,
  claim: (limit) =>
    `UPDATE dirty_issue SET lease = ?, lease_ms = ?, tries = tries + 1
    WHERE lease_ms <= ? AND issue_id IN (SELECT q.issue_id FROM (
      SELECT d.issue_id FROM dirty_issue d WHERE d.lease_ms <= ?
      ORDER BY d.sequence, d.issue_id LIMIT ${String(limit)}) q)`,
  /** A mark, and whoever claims the issue after the lease, take it from the lease. */
  acknowledgeIssues: "DELETE FROM dirty_issue WHERE lease = ?",
  postpone: (n) =>
    `UPDATE dirty_issue SET lease = 0, lease_ms = ? WHERE ${pairMarks(n, "issue_id", "sequence")}`,
  /** A goal keeps its row for ever, so that its sequence never restarts. */
  markGoals: (n) =>
    `INSERT INTO dirty_goal (goal_id, sequence, place_sequence, placed_sequence) VALUES ${rowMarks(n, 4)}
    ON DUPLICATE KEY UPDATE sequence = sequence + 1`,
  /** The place comes first: it takes the sequence that the next assignment makes. */
  markToPlace: (n) =>
    `INSERT INTO dirty_goal (goal_id, sequence, place_sequence, placed_sequence) VALUES ${rowMarks(n, 4)}
    ON DUPLICATE KEY UPDATE place_sequence = sequence + 1, sequence = sequence + 1`,
  /** Of the goals that count some of these, those whose scopes are being placed. */
  placeAgain: (n) =>
    `UPDATE dirty_goal SET place_sequence = sequence + 1, sequence = sequence + 1
    WHERE place_sequence > placed_sequence AND goal_id IN (
      SELECT c.ancestor_id FROM goal_closure c WHERE c.descendant_id IN (${marks(n)}))`,
  /** Goals in whose scope these issues are, were lately, or ought to be. The ids stand twice. */
  markGoalsOf: (n) =>
    `INSERT INTO dirty_goal (goal_id, sequence, place_sequence, placed_sequence)
    SELECT v.goal_id, 1, 0, 0 FROM (
      SELECT s.goal_id FROM issue_fact f LEFT JOIN goal_scope s ON s.issue_id = f.issue_id
      WHERE ${among("f.issue_id", n)} AND COALESCE(s.goal_id, 0) > 0
      UNION
      SELECT c.ancestor_id FROM issue_fact f LEFT JOIN goal_issue m ON m.issue_id = f.issue_id
        LEFT JOIN goal_closure c ON c.descendant_id = m.goal_id
      WHERE ${among("f.issue_id", n)} AND COALESCE(c.ancestor_id, 0) > 0
    ) v WHERE v.goal_id > 0
    ON DUPLICATE KEY UPDATE sequence = dirty_goal.sequence + 1`,
  markGoalsOfProject: `INSERT INTO dirty_goal (goal_id, sequence, place_sequence, placed_sequence)
    SELECT v.goal_id, 1, 0, 0 FROM (
      SELECT DISTINCT s.goal_id FROM goal_scope s WHERE s.project_id = ? AND s.gone = 0
    ) v WHERE v.goal_id > 0
    ON DUPLICATE KEY UPDATE sequence = dirty_goal.sequence + 1`,
  sequences: (n) =>
    `SELECT goal_id, sequence FROM dirty_goal WHERE goal_id IN (${marks(n)}) ORDER BY goal_id`,
  /** To be placed again where that was asked for since: whoever did so may be done, and what it read newer. */
  placed: `UPDATE dirty_goal SET place_sequence = CASE WHEN place_sequence > ? THEN sequence + 1 ELSE place_sequence END,
      sequence = CASE WHEN place_sequence > ? THEN sequence + 1 ELSE sequence END,
      placed_sequence = CASE WHEN placed_sequence < ? THEN ? ELSE placed_sequence END
    WHERE goal_id = ?`,
  dirtyGoals: `SELECT COUNT(*) AS n FROM dirty_goal d JOIN goal g ON g.id = d.goal_id
    LEFT JOIN goal_rollup r ON r.goal_id = d.goal_id
    WHERE r.sequence IS NULL OR r.sequence < d.sequence`,
  waitingGoals: (limit) =>
    `SELECT d.goal_id, COALESCE(r.sequence, 0) AS rolled FROM dirty_goal d JOIN goal g ON g.id = d.goal_id
      LEFT JOIN goal_rollup r ON r.goal_id = d.goal_id
    WHERE r.sequence IS NULL OR r.sequence < d.sequence ORDER BY d.goal_id LIMIT ${String(limit)}`,
  /** Written over an older sequence, or over an earlier computation of the same; the sequence comes last. */
  putRollups: (n) =>
    `INSERT INTO goal_rollup (goal_id, doc, day_doc, next_settle_ms, computed_ms, effort, sequence) VALUES ${rowMarks(n, 7)}
    ON DUPLICATE KEY UPDATE ${["doc", "day_doc", "next_settle_ms", "computed_ms", "effort"].map(ifNewer).join(", ")},
    sequence = GREATEST(sequence, VALUES(sequence))`,
  putReading: "REPLACE INTO goal_reading (goal_id, doc) VALUES (?, ?)",
  unfinished:
    "SELECT goal_id, doc FROM goal_reading WHERE doc LIKE ? OR doc LIKE ? ORDER BY goal_id",
  dueToSettle: "SELECT goal_id FROM goal_rollup WHERE next_settle_ms <= ? ORDER BY goal_id",
});

function ifNewer(column: string): string {
  return `${column} = IF(VALUES(sequence) > sequence
    OR (VALUES(sequence) = sequence AND VALUES(computed_ms) >= computed_ms), VALUES(${column}), ${column})`;
}
