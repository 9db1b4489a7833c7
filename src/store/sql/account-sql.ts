import { statements } from "../statement";

/** Every account that the store names, with when it last did. */
const named = `SELECT g.owner AS account_id, g.updated_ms AS at_ms FROM goal g WHERE g.owner IS NOT NULL
  UNION ALL SELECT c.created_by, c.created_ms FROM goal c
  UNION ALL SELECT l.created_by, l.created_ms FROM goal_link l
  UNION ALL SELECT a.account_id, a.at_ms FROM audit a`;

export const accountSql = statements("account", {
  all: (limit) =>
    `SELECT n.account_id, MAX(n.at_ms) AS at_ms FROM (${named}) n WHERE n.account_id > ?
    GROUP BY n.account_id ORDER BY n.account_id LIMIT ${String(limit)}`,
  leaveGoals: "UPDATE goal SET owner = NULL WHERE owner = ?",
  madeGoals: "UPDATE goal SET created_by = ? WHERE created_by = ?",
  madeLinks: "UPDATE goal_link SET created_by = ? WHERE created_by = ?",
  acted: "UPDATE audit SET account_id = ? WHERE account_id = ?",
  wasNamed: "UPDATE audit SET details = REPLACE(details, ?, ?) WHERE details LIKE ?",
  browsed: "DELETE FROM person_browse WHERE account_id = ?",
  answered: "DELETE FROM answered WHERE account_id = ?",
});
