import { columnOf, listStatement, marks, pairMarks, rowMarks, statement } from "../statement";

const linkColumns = `l.id, l.goal_id, l.kind, l.issue_id, l.jql, l.descendants, l.created_by, l.created_ms, l.read_ms,
  l.broken`;

const pairs = (n: number) =>
  Array.from({ length: n }, (_, i) =>
    i === 0 ? "SELECT ? AS issue_id, ? AS link_id" : "SELECT ?, ?",
  ).join(" UNION ALL ");

export const linkSql = {
  ofGoal: statement(
    "link.ofGoal",
    `SELECT ${linkColumns} FROM goal_link l WHERE l.goal_id = ? ORDER BY l.id`,
  ),
  byId: statement("link.byId", `SELECT ${linkColumns} FROM goal_link l WHERE l.id = ?`),
  ofIssue: statement(
    "link.ofIssue",
    `SELECT ${linkColumns} FROM goal_link l WHERE l.issue_id = ? ORDER BY l.id`,
  ),
  rules: listStatement(
    "link.rules",
    (limit) =>
      `SELECT ${linkColumns} FROM goal_link l WHERE l.kind = 'rule' AND l.id > ? ORDER BY l.id LIMIT ${String(limit)}`,
  ),
  insert: listStatement(
    "link.insert",
    (n) =>
      `INSERT INTO goal_link (id, goal_id, kind, issue_id, jql, descendants, created_by, created_ms, sweep, read_ms,
        broken)
      VALUES ${rowMarks(n, 11)} ON DUPLICATE KEY UPDATE id = VALUES(id)`,
  ),
  remove: statement("link.remove", "DELETE FROM goal_link WHERE id = ?"),
  markRead: statement("link.markRead", "UPDATE goal_link SET read_ms = ?, broken = ? WHERE id = ?"),
  unread: statement(
    "link.unread",
    `SELECT DISTINCT l.goal_id FROM goal_link l WHERE l.read_ms IS NULL AND l.created_ms < ? ORDER BY l.goal_id`,
  ),
  nextSweep: statement("link.nextSweep", "UPDATE goal_link SET sweep = sweep + 1 WHERE id = ?"),
  sweep: statement("link.sweep", "SELECT sweep FROM goal_link WHERE id = ?"),
  bringing: statement(
    "link.bringing",
    `SELECT ${linkColumns} FROM goal_issue m JOIN goal_link l ON l.id = m.link_id WHERE m.issue_id = ? ORDER BY l.id`,
  ),
  bringingEach: listStatement(
    "link.bringingEach",
    (n) =>
      `SELECT m.issue_id AS member_id, ${linkColumns} FROM goal_issue m JOIN goal_link l ON l.id = m.link_id
      WHERE m.issue_id IN (${marks(n)}) ORDER BY m.issue_id, l.id`,
  ),
  /** Only while the link exists: a reading that outlives its link leaves nothing behind. */
  addMembers: listStatement(
    "link.addMembers",
    (n) =>
      `INSERT INTO goal_issue (goal_id, issue_id, link_id, sweep)
      SELECT l.goal_id, v.issue_id, l.id, ? FROM (${columnOf("issue_id", n)}) v JOIN goal_link l ON l.id = ?
      WHERE l.goal_id = ?
      ON DUPLICATE KEY UPDATE sweep = GREATEST(goal_issue.sweep, VALUES(sweep))`,
  ),
  /** Under each link's newest sweep, so that a sweep on its way does not take them for unseen. */
  addMemberships: listStatement(
    "link.addMemberships",
    (n) =>
      `INSERT INTO goal_issue (goal_id, issue_id, link_id, sweep)
      SELECT l.goal_id, v.issue_id, l.id, l.sweep FROM (${pairs(n)}) v JOIN goal_link l ON l.id = v.link_id
      WHERE l.id > 0
      ON DUPLICATE KEY UPDATE sweep = GREATEST(goal_issue.sweep, VALUES(sweep))`,
  ),
  removeMemberships: listStatement(
    "link.removeMemberships",
    (n) => `DELETE FROM goal_issue WHERE ${pairMarks(n, "issue_id", "link_id")}`,
  ),
  dropUnseen: statement(
    "link.dropUnseen",
    `DELETE FROM goal_issue
    WHERE goal_id = (SELECT l.goal_id FROM goal_link l WHERE l.id = ?) AND link_id = ? AND sweep < ?`,
  ),
  unseen: statement(
    "link.unseen",
    `SELECT m.issue_id FROM goal_issue m WHERE m.goal_id = ? AND m.link_id = ? AND m.sweep < ? ORDER BY m.issue_id`,
  ),
  topLevel: statement(
    "link.topLevel",
    `SELECT MAX(f.level) AS level FROM goal_issue m JOIN issue_fact f ON f.issue_id = m.issue_id AND f.gone = 0
    WHERE m.goal_id = ? AND m.link_id = ? AND m.sweep >= ?`,
  ),
  seenAtLevel: listStatement(
    "link.seenAtLevel",
    (limit) =>
      `SELECT m.issue_id, f.sub_task_ids FROM goal_issue m JOIN issue_fact f ON f.issue_id = m.issue_id AND f.gone = 0
      WHERE m.goal_id = ? AND m.link_id = ? AND m.sweep >= ? AND f.level = ? AND m.issue_id > ?
      ORDER BY m.issue_id LIMIT ${String(limit)}`,
  ),
  ownAfter: listStatement(
    "link.ownAfter",
    (limit) =>
      `SELECT DISTINCT m.issue_id, f.parent_id FROM goal_issue m
      LEFT JOIN issue_fact f ON f.issue_id = m.issue_id
      WHERE m.goal_id = ? AND m.issue_id > ?
      ORDER BY m.issue_id LIMIT ${String(limit)}`,
  ),
  ownProjects: statement(
    "link.ownProjects",
    `SELECT DISTINCT f.project_id FROM goal_issue m JOIN issue_fact f ON f.issue_id = m.issue_id AND f.gone = 0
    WHERE m.goal_id = ? ORDER BY f.project_id`,
  ),
  /** Containers without a known child above sub-task level. */
  childlessOwn: statement(
    "link.childlessOwn",
    `SELECT DISTINCT f.issue_id FROM goal_issue m JOIN issue_fact f ON f.issue_id = m.issue_id AND f.gone = 0
    WHERE m.goal_id = ? AND f.level > 0 AND NOT EXISTS (
      SELECT 1 FROM issue_fact c WHERE c.parent_id = f.issue_id AND c.level >= 0 AND c.gone = 0)
    ORDER BY f.issue_id`,
  ),
  removeMembers: statement(
    "link.removeMembers",
    "DELETE FROM goal_issue WHERE goal_id = ? AND link_id = ?",
  ),
  ownMembers: statement(
    "link.ownMembers",
    `SELECT DISTINCT m.issue_id FROM goal_issue m JOIN goal_link l ON l.id = m.link_id
    WHERE m.goal_id = ? ORDER BY m.issue_id`,
  ),
  memberCounts: statement(
    "link.memberCounts",
    `SELECT m.link_id, COUNT(*) AS members FROM goal_issue m JOIN issue_fact f ON f.issue_id = m.issue_id
    WHERE m.goal_id = ? AND f.gone = 0 GROUP BY m.link_id ORDER BY m.link_id`,
  ),
};
