import { listStatement, pairMarks, rowMarks, statement } from "../statement";

export const syncSql = {
  markIssues: listStatement(
    "sync.markIssues",
    (n) =>
      `INSERT INTO dirty_issue (issue_id, sequence) VALUES ${rowMarks(n, 2)}
      ON DUPLICATE KEY UPDATE sequence = GREATEST(sequence + 1, VALUES(sequence))`,
  ),
  dirtyIssues: listStatement(
    "sync.dirtyIssues",
    (limit) =>
      `SELECT issue_id, sequence FROM dirty_issue ORDER BY sequence, issue_id LIMIT ${String(limit)}`,
  ),
  acknowledgeIssues: listStatement(
    "sync.acknowledgeIssues",
    (n) => `DELETE FROM dirty_issue WHERE ${pairMarks(n, "issue_id", "sequence")}`,
  ),
  /** A goal keeps its row for ever, so that its sequence never restarts. */
  markGoals: listStatement(
    "sync.markGoals",
    (n) =>
      `INSERT INTO dirty_goal (goal_id, sequence, rolled_sequence) VALUES ${rowMarks(n, 3)}
      ON DUPLICATE KEY UPDATE sequence = sequence + 1`,
  ),
  dirtyGoals: listStatement(
    "sync.dirtyGoals",
    (limit) =>
      `SELECT goal_id, sequence FROM dirty_goal WHERE rolled_sequence < sequence
      ORDER BY goal_id LIMIT ${String(limit)}`,
  ),
  acknowledgeGoals: listStatement(
    "sync.acknowledgeGoals",
    (n) =>
      `UPDATE dirty_goal SET rolled_sequence = sequence WHERE ${pairMarks(n, "goal_id", "sequence")}`,
  ),
  /** Written over an older sequence, or over an earlier computation of the same; the sequence comes last. */
  putRollup: statement(
    "sync.putRollup",
    `INSERT INTO goal_rollup (goal_id, doc, next_settle_ms, computed_ms, sequence) VALUES (?, ?, ?, ?, ?)
    ON DUPLICATE KEY UPDATE ${["doc", "next_settle_ms", "computed_ms"].map(ifNewer).join(", ")},
      sequence = GREATEST(sequence, VALUES(sequence))`,
  ),
  putReading: statement(
    "sync.putReading",
    "REPLACE INTO goal_reading (goal_id, doc) VALUES (?, ?)",
  ),
  dueToSettle: statement(
    "sync.dueToSettle",
    "SELECT goal_id FROM goal_rollup WHERE next_settle_ms <= ? ORDER BY goal_id",
  ),
};

function ifNewer(column: string): string {
  return `${column} = IF(VALUES(sequence) > sequence
    OR (VALUES(sequence) = sequence AND VALUES(computed_ms) >= computed_ms), VALUES(${column}), ${column})`;
}
