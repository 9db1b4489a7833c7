import { columnOf, listStatement, marks, rowMarks, statement } from "../statement";
import { linkColumns } from "./link-sql";

/** Most goals that a pass tells of or writes at once. */
export const goalsPerStatement = 50;

/** Issues that the links of a pass have brought so far; a pass has its own sweep of each of its links. */
const met = `goal_issue m JOIN goal_link l ON l.id = m.link_id AND l.pass = ? AND m.sweep >= l.sweep
      JOIN issue_fact f ON f.issue_id = m.issue_id AND f.gone = 0`;

const ifMet = `ON DUPLICATE KEY UPDATE sweep = GREATEST(goal_issue.sweep, VALUES(sweep))`;

/** Parents of a level, in ascending order. Their ids first: with the texts a temporary table would be on disk. */
const parentsAt = (which: string, limit: number) =>
  `SELECT q.issue_id, p.sub_task_ids FROM (
    SELECT DISTINCT m.issue_id FROM ${met}
    WHERE m.goal_id = ? AND l.descendants = 1 AND f.level = ? AND m.issue_id > ? ${which}
    ORDER BY m.issue_id LIMIT ${String(limit)}) q
  LEFT JOIN issue_fact p ON p.issue_id = q.issue_id ORDER BY q.issue_id`;

/** No child above sub-task level is known. */
const isChildless = `NOT EXISTS (
        SELECT 1 FROM issue_fact k WHERE k.parent_id = f.issue_id AND k.level >= 0 AND k.gone = 0)`;

/** The reading of links, many at once: what one pass reads carries its number. */
export const readingSql = {
  /** Readings that were asked for and have not ended. */
  waiting: statement(
    "reading.waiting",
    `SELECT r.goal_id, r.doc, (SELECT COUNT(*) FROM goal_link l WHERE l.goal_id = r.goal_id) AS links
    FROM goal_reading r JOIN goal g ON g.id = r.goal_id WHERE r.doc LIKE ? OR r.doc LIKE ? ORDER BY r.goal_id`,
  ),
  put: listStatement(
    "reading.put",
    (n) => `REPLACE INTO goal_reading (goal_id, doc) VALUES ${rowMarks(n, 2)}`,
  ),
  /** A wish that came meanwhile stays. */
  putUnlessAsked: listStatement(
    "reading.putUnlessAsked",
    (n) =>
      `INSERT INTO goal_reading (goal_id, doc) VALUES ${rowMarks(n, 2)}
      ON DUPLICATE KEY UPDATE doc = IF(goal_reading.doc LIKE '{_kind_:_queued_%', goal_reading.doc, VALUES(doc))`,
  ),
  /** Links that were read after their goal's reading was asked for have been read for it. */
  join: listStatement(
    "reading.join",
    (n) =>
      `UPDATE goal_link SET pass = ?, sweep = sweep + 1 WHERE pass < ? AND (${Array.from(
        { length: n },
        () => "(goal_id = ? AND (read_ms IS NULL OR read_ms <= ?))",
      ).join(" OR ")})`,
  ),
  roots: listStatement(
    "reading.roots",
    (limit) =>
      `SELECT DISTINCT l.issue_id FROM goal_link l WHERE l.pass = ? AND l.kind = 'issue' AND l.issue_id > ?
      ORDER BY l.issue_id LIMIT ${String(limit)}`,
  ),
  takeRoots: listStatement(
    "reading.takeRoots",
    (n) =>
      `INSERT INTO goal_issue (goal_id, issue_id, link_id, sweep)
      SELECT l.goal_id, l.issue_id, l.id, l.sweep FROM goal_link l
      WHERE l.pass = ? AND l.kind = 'issue' AND l.issue_id IN (${marks(n)}) ${ifMet}`,
  ),
  /** Those out of sight too. */
  takeEveryRoot: statement(
    "reading.takeEveryRoot",
    `INSERT INTO goal_issue (goal_id, issue_id, link_id, sweep)
    SELECT l.goal_id, l.issue_id, l.id, l.sweep FROM goal_link l WHERE l.pass = ? AND l.kind = 'issue' ${ifMet}`,
  ),
  rules: listStatement(
    "reading.rules",
    (limit) =>
      `SELECT ${linkColumns} FROM goal_link l WHERE l.pass = ? AND l.kind = 'rule' AND l.id > ?
      ORDER BY l.id LIMIT ${String(limit)}`,
  ),
  takeMatches: listStatement(
    "reading.takeMatches",
    (n) =>
      `INSERT INTO goal_issue (goal_id, issue_id, link_id, sweep)
      SELECT l.goal_id, v.issue_id, l.id, l.sweep FROM (${columnOf("issue_id", n)}) v
      JOIN goal_link l ON l.id = ? AND l.pass = ? WHERE v.issue_id > 0 ${ifMet}`,
  ),
  /** A rule that Jira refuses leaves the pass: its members stay as they were. */
  refuse: statement(
    "reading.refuse",
    "UPDATE goal_link SET read_ms = ?, broken = ?, pass = 0 WHERE id = ? AND pass = ?",
  ),
  known: listStatement(
    "reading.known",
    (n) =>
      `SELECT f.issue_id, f.parent_id, f.gone, f.synced_ms FROM issue_fact f WHERE f.issue_id IN (${marks(n)})
      ORDER BY f.issue_id`,
  ),
  topLevel: listStatement(
    "reading.topLevel",
    (n) =>
      `SELECT MAX(f.level) AS level FROM ${met} WHERE l.descendants = 1 AND m.goal_id IN (${marks(n)})`,
  ),
  containersAt: listStatement("reading.containersAt", (limit) => parentsAt("", limit)),
  withSubTasks: listStatement("reading.withSubTasks", (limit) =>
    parentsAt("AND f.sub_task_ids <> ''", limit),
  ),
  /**
   * Children come to every link of the pass that brings their parent with its descendants. Everything is joined from the
   * left so that no engine may begin with the memberships of all, of which there are more at every step of a reading.
   */
  takeChildren: listStatement(
    "reading.takeChildren",
    (n) =>
      `INSERT INTO goal_issue (goal_id, issue_id, link_id, sweep)
      SELECT l.goal_id, c.issue_id, l.id, l.sweep FROM issue_fact c
      LEFT JOIN goal_issue m ON m.issue_id = c.parent_id
      LEFT JOIN goal_link l ON l.id = m.link_id AND l.pass = ? AND l.descendants = 1 AND m.sweep >= l.sweep
      WHERE c.gone = 0 AND c.synced_ms >= ? AND c.parent_id <> c.issue_id AND c.issue_id IN (${marks(n)})
        AND COALESCE(l.id, 0) > 0 ${ifMet}`,
  ),
  childless: listStatement(
    "reading.childless",
    (n) =>
      `SELECT f.issue_id FROM issue_fact f WHERE f.issue_id IN (${marks(n)}) AND ${isChildless} ORDER BY f.issue_id`,
  ),
  unseen: listStatement(
    "reading.unseen",
    (n) =>
      `SELECT DISTINCT m.issue_id FROM goal_issue m
      JOIN goal_link l ON l.id = m.link_id AND l.pass = ? AND m.sweep < l.sweep
      WHERE m.goal_id IN (${marks(n)}) ORDER BY m.issue_id`,
  ),
  dropUnseen: listStatement(
    "reading.dropUnseen",
    (n) =>
      `DELETE FROM goal_issue WHERE goal_id IN (${marks(n)}) AND sweep < (
        SELECT l.sweep FROM goal_link l WHERE l.id = goal_issue.link_id AND l.pass = ?)`,
  ),
  markRead: statement(
    "reading.markRead",
    "UPDATE goal_link SET read_ms = ?, broken = NULL WHERE pass = ?",
  ),
  /** Containers whose children nobody has looked for: only a link without descendants brings them. */
  unsearched: listStatement(
    "reading.unsearched",
    (n) =>
      `SELECT m.issue_id FROM ${met} WHERE m.goal_id IN (${marks(n)}) AND f.level > 0 AND ${isChildless}
      GROUP BY m.issue_id HAVING MAX(l.descendants) = 0 ORDER BY m.issue_id`,
  ),
  projects: listStatement(
    "reading.projects",
    (n) =>
      `SELECT DISTINCT f.project_id FROM goal_issue m JOIN issue_fact f ON f.issue_id = m.issue_id AND f.gone = 0
      WHERE m.goal_id IN (${marks(n)}) ORDER BY f.project_id`,
  ),
  ownAfter: listStatement(
    "reading.ownAfter",
    (limit) =>
      `SELECT DISTINCT m.issue_id, f.parent_id FROM goal_issue m
      LEFT JOIN issue_fact f ON f.issue_id = m.issue_id
      WHERE m.goal_id = ? AND m.issue_id > ?
      ORDER BY m.issue_id LIMIT ${String(limit)}`,
  ),
  /** What each goal has by level: issues, those whose children are read too, and how many sub-tasks those have. */
  counts: listStatement(
    "reading.counts",
    (n) =>
      `SELECT t.goal_id, t.level, COUNT(*) AS issues, SUM(t.below) AS parents, SUM(t.sub_tasks) AS sub_tasks FROM (
        SELECT m.goal_id, m.issue_id, f.level, MAX(l.descendants) AS below,
          MAX(CASE WHEN l.descendants = 1 AND f.level = 0 AND f.sub_task_ids <> ''
            THEN LENGTH(f.sub_task_ids) - LENGTH(REPLACE(f.sub_task_ids, ',', '')) + 1 ELSE 0 END) AS sub_tasks
        FROM ${met} WHERE m.goal_id IN (${marks(n)}) GROUP BY m.goal_id, m.issue_id, f.level
      ) t GROUP BY t.goal_id, t.level ORDER BY t.level, t.goal_id`,
  ),
  refusals: listStatement(
    "reading.refusals",
    (n) =>
      `SELECT l.goal_id, l.broken FROM goal_link l WHERE l.goal_id IN (${marks(n)}) AND l.broken IS NOT NULL
      ORDER BY l.goal_id, l.id`,
  ),
  /** Goals that count these, themselves among them. */
  markCounting: listStatement(
    "reading.markCounting",
    (n) =>
      `INSERT INTO dirty_goal (goal_id, sequence, place_sequence, placed_sequence)
      SELECT v.goal_id, 1, 0, 0 FROM (
        SELECT DISTINCT c.ancestor_id AS goal_id FROM goal_closure c WHERE c.descendant_id IN (${marks(n)})
      ) v WHERE v.goal_id > 0
      ON DUPLICATE KEY UPDATE sequence = dirty_goal.sequence + 1`,
  ),
};
