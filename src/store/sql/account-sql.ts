import { listStatement, statement } from "../statement";

/** Every account that the store names, with when it last did. */
const named = `SELECT g.owner AS account_id, g.updated_ms AS at_ms FROM goal g WHERE g.owner IS NOT NULL
  UNION ALL SELECT c.created_by, c.created_ms FROM goal c
  UNION ALL SELECT l.created_by, l.created_ms FROM goal_link l
  UNION ALL SELECT a.account_id, a.at_ms FROM audit a`;

export const accountSql = {
  all: listStatement(
    "account.all",
    (limit) =>
      `SELECT n.account_id, MAX(n.at_ms) AS at_ms FROM (${named}) n WHERE n.account_id > ?
      GROUP BY n.account_id ORDER BY n.account_id LIMIT ${String(limit)}`,
  ),
  leaveGoals: statement("account.leaveGoals", "UPDATE goal SET owner = NULL WHERE owner = ?"),
  madeGoals: statement("account.madeGoals", "UPDATE goal SET created_by = ? WHERE created_by = ?"),
  madeLinks: statement(
    "account.madeLinks",
    "UPDATE goal_link SET created_by = ? WHERE created_by = ?",
  ),
  acted: statement("account.acted", "UPDATE audit SET account_id = ? WHERE account_id = ?"),
  wasNamed: statement(
    "account.wasNamed",
    "UPDATE audit SET details = REPLACE(details, ?, ?) WHERE details LIKE ?",
  ),
  browsed: statement("account.browsed", "DELETE FROM person_browse WHERE account_id = ?"),
  answered: statement("account.answered", "DELETE FROM answered WHERE account_id = ?"),
};
