import { marks, pairMarks, rowMarks, statements } from "../statement";

export const linkColumns = `l.id, l.goal_id, l.kind, l.issue_id, l.jql, l.descendants, l.created_by, l.created_ms, l.read_ms,
  l.broken`;

const pairs = (n: number) =>
  Array.from({ length: n }, (_, i) =>
    i === 0 ? "SELECT ? AS issue_id, ? AS link_id" : "SELECT ?, ?",
  ).join(" UNION ALL ");

export const linkSql = statements("link", {
  ofGoal: `SELECT ${linkColumns} FROM goal_link l WHERE l.goal_id = ? ORDER BY l.id`,
  byId: `SELECT ${linkColumns} FROM goal_link l WHERE l.id = ?`,
  ofIssue: `SELECT ${linkColumns} FROM goal_link l WHERE l.issue_id = ? ORDER BY l.id`,
  /** Only a rule names no issue, and by their issues the links are in order. */
  rules: (limit) =>
    `SELECT ${linkColumns} FROM goal_link l WHERE l.issue_id IS NULL AND l.id > ? ORDER BY l.id LIMIT ${String(limit)}`,
  insert: (n) =>
    `INSERT INTO goal_link (id, goal_id, kind, issue_id, jql, descendants, created_by, created_ms, sweep, pass,
      read_ms, broken)
    VALUES ${rowMarks(n, 12)} ON DUPLICATE KEY UPDATE id = VALUES(id)`,
  remove: "DELETE FROM goal_link WHERE id = ?",
  unread: `SELECT DISTINCT l.goal_id FROM goal_link l WHERE l.read_ms IS NULL AND l.created_ms < ? ORDER BY l.goal_id`,
  readBefore: (limit) =>
    `SELECT DISTINCT l.goal_id FROM goal_link l JOIN goal g ON g.id = l.goal_id
    WHERE l.read_ms < ? AND g.archived = 0 ORDER BY l.goal_id LIMIT ${String(limit)}`,
  bringing: `SELECT ${linkColumns} FROM goal_issue m JOIN goal_link l ON l.id = m.link_id WHERE m.issue_id = ? ORDER BY l.id`,
  bringingEach: (n) =>
    `SELECT m.issue_id AS member_id, ${linkColumns} FROM goal_issue m JOIN goal_link l ON l.id = m.link_id
    WHERE m.issue_id IN (${marks(n)}) ORDER BY m.issue_id, l.id`,
  /** Under each link's newest sweep, so that a sweep on its way does not take them for unseen. */
  addMemberships: (n) =>
    `INSERT INTO goal_issue (goal_id, issue_id, link_id, sweep)
    SELECT l.goal_id, v.issue_id, l.id, l.sweep FROM (${pairs(n)}) v JOIN goal_link l ON l.id = v.link_id
    WHERE l.id > 0
    ON DUPLICATE KEY UPDATE sweep = GREATEST(goal_issue.sweep, VALUES(sweep))`,
  removeMemberships: (n) => `DELETE FROM goal_issue WHERE ${pairMarks(n, "issue_id", "link_id")}`,
  removeMembers: "DELETE FROM goal_issue WHERE goal_id = ? AND link_id = ?",
  ownMembers: `SELECT DISTINCT m.issue_id FROM goal_issue m JOIN goal_link l ON l.id = m.link_id
    WHERE m.goal_id = ? ORDER BY m.issue_id`,
  memberCounts: `SELECT m.link_id, COUNT(*) AS members FROM goal_issue m JOIN issue_fact f ON f.issue_id = m.issue_id
    WHERE m.goal_id = ? AND f.gone = 0 GROUP BY m.link_id ORDER BY m.link_id`,
});
