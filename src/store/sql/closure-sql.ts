import { pairMarks, rowMarks, statements } from "../statement";

export const closureSql = statements("closure", {
  /** Changes with every write of a goal. */
  signature: "SELECT COUNT(*) AS goals, COALESCE(SUM(version), 0) AS versions FROM goal",
  tree: (limit) =>
    `SELECT id, parent_id, state, archived FROM goal WHERE id > ? ORDER BY id LIMIT ${String(limit)}`,
  stored: (limit) =>
    `SELECT ancestor_id, descendant_id, depth FROM goal_closure
    WHERE ancestor_id > ? OR (ancestor_id = ? AND descendant_id > ?)
    ORDER BY ancestor_id, descendant_id LIMIT ${String(limit)}`,
  put: (n) =>
    `REPLACE INTO goal_closure (ancestor_id, descendant_id, depth) VALUES ${rowMarks(n, 3)}`,
  remove: (n) => `DELETE FROM goal_closure WHERE ${pairMarks(n, "ancestor_id", "descendant_id")}`,
  countedIn:
    "SELECT ancestor_id FROM goal_closure WHERE descendant_id = ? ORDER BY depth, ancestor_id",
});
