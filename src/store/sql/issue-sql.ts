import { among, listStatement, marks, rowMarks, statement } from "../statement";

const factColumns = `f.issue_id, f.issue_key, f.project_id, f.project_key, f.parent_id, f.type_id, f.level, f.category,
  f.resolution, f.done_ms, f.points_m, f.estimate_s, f.open_sub_tasks, f.sub_task_ids, f.has_children, f.secured,
  f.created_ms, f.synced_ms, f.updated_ms`;

/** What the children of an issue amount to. */
export const childSums = {
  sub_tasks: "SUM(CASE WHEN c.level < 0 THEN 1 ELSE 0 END)",
  open_sub_tasks: "SUM(CASE WHEN c.level < 0 AND c.category <> 2 THEN 1 ELSE 0 END)",
  sub_estimate_s: "SUM(CASE WHEN c.level < 0 THEN c.estimate_s ELSE NULL END)",
  issues: "SUM(CASE WHEN c.level >= 0 THEN 1 ELSE 0 END)",
  sub_synced_ms: "MAX(CASE WHEN c.level < 0 THEN c.synced_ms ELSE 0 END)",
};
export const childColumns = [
  "c.parent_id",
  ...Object.entries(childSums).map(([name, sum]) => `${sum} AS ${name}`),
].join(", ");

/** Issues that a goal and the descendants it counts bring, through links that still exist. */
const members = `goal_closure t JOIN goal_issue m ON m.goal_id = t.descendant_id
  JOIN goal_link l ON l.id = m.link_id WHERE t.ancestor_id = ?`;

/** What was read is newer than what is stored: Jira's version first, then the time of reading. */
const newer = `(VALUES(updated_ms) > updated_ms OR (VALUES(updated_ms) = updated_ms AND VALUES(synced_ms) >= synced_ms))`;

const ifNewer = (column: string) => `${column} = IF(${newer}, VALUES(${column}), ${column})`;

const guarded = [
  "issue_key",
  "project_id",
  "project_key",
  "parent_id",
  "type_id",
  "level",
  "category",
  "resolution",
  "done_ms",
  "points_m",
  "estimate_s",
  "open_sub_tasks",
  "sub_task_ids",
  "secured",
  "gone",
  "created_ms",
  "synced_ms",
];

export const issueSql = {
  /** The version comes last: MySQL assigns from left to right. `has_children` is another reading's and stays. */
  put: listStatement(
    "issue.put",
    (n) =>
      `INSERT INTO issue_fact (issue_id, issue_key, project_id, project_key, parent_id, type_id, level, category,
        resolution, done_ms, points_m, estimate_s, open_sub_tasks, sub_task_ids, has_children, secured, gone,
        created_ms, synced_ms, updated_ms)
      VALUES ${rowMarks(n, 20)}
      ON DUPLICATE KEY UPDATE ${guarded.map(ifNewer).join(", ")}, updated_ms = GREATEST(updated_ms, VALUES(updated_ms))`,
  ),
  name: listStatement(
    "issue.name",
    (n) =>
      `INSERT INTO sub_task (issue_id, parent_id) VALUES ${rowMarks(n, 2)}
      ON DUPLICATE KEY UPDATE parent_id = VALUES(parent_id)`,
  ),
  namedBy: listStatement(
    "issue.namedBy",
    (n) =>
      `SELECT n.issue_id, n.parent_id FROM sub_task n WHERE n.issue_id IN (${marks(n)}) ORDER BY n.issue_id, n.parent_id`,
  ),
  forgetNames: statement(
    "issue.forgetNames",
    `DELETE FROM sub_task WHERE NOT EXISTS (SELECT 1 FROM issue_fact f WHERE f.issue_id = sub_task.parent_id)`,
  ),
  markGone: listStatement(
    "issue.markGone",
    (n) =>
      `UPDATE issue_fact SET gone = 1, synced_ms = ? WHERE synced_ms <= ? AND issue_id IN (${marks(n)})`,
  ),
  setHasChildren: listStatement(
    "issue.setHasChildren",
    (n) => `UPDATE issue_fact SET has_children = ? WHERE issue_id IN (${marks(n)})`,
  ),
  /** Of those that are gone too, as version 0: whoever finds one has news. */
  versions: listStatement(
    "issue.versions",
    (n) =>
      `SELECT f.issue_id, CASE WHEN f.gone = 1 THEN 0 ELSE f.updated_ms END AS updated_ms FROM issue_fact f
      WHERE f.issue_id IN (${marks(n)}) ORDER BY f.issue_id`,
  ),
  /** Goes through all facts: no index holds their versions, and only a search for lost changes asks. */
  readLateEnough: listStatement(
    "issue.readLateEnough",
    (limit) =>
      `SELECT f.issue_id, f.parent_id, f.updated_ms FROM issue_fact f
      WHERE f.issue_id > ? AND f.updated_ms >= ? AND f.synced_ms - f.updated_ms >= ? AND f.gone = 0
      ORDER BY f.issue_id LIMIT ${String(limit)}`,
  ),
  /** Facts in ascending order, gone ones too. */
  page: listStatement(
    "issue.page",
    (limit) =>
      `SELECT f.issue_id FROM issue_fact f WHERE f.issue_id > ? ORDER BY f.issue_id LIMIT ${String(limit)}`,
  ),
  count: statement("issue.count", "SELECT COUNT(*) AS n FROM issue_fact"),
  forgetGone: statement(
    "issue.forgetGone",
    "DELETE FROM issue_fact WHERE gone = 1 AND synced_ms < ?",
  ),
  byIds: listStatement(
    "issue.byIds",
    (n) =>
      `SELECT ${factColumns} FROM issue_fact f WHERE ${among("f.issue_id", n)} AND f.gone = 0 ORDER BY f.issue_id`,
  ),
  childIds: listStatement(
    "issue.childIds",
    (n) =>
      `SELECT c.issue_id FROM issue_fact f LEFT JOIN issue_fact c ON c.parent_id = f.issue_id AND c.gone = 0
      WHERE f.issue_id IN (${marks(n)}) AND COALESCE(c.issue_id, 0) > 0 ORDER BY c.issue_id`,
  ),
  /** Of known parents, joined from the left: an engine whose counts are old would else go through all facts. */
  childrenByIds: listStatement(
    "issue.childrenByIds",
    (n) =>
      `SELECT ${childColumns} FROM issue_fact f LEFT JOIN issue_fact c ON c.parent_id = f.issue_id AND c.gone = 0
      WHERE ${among("f.issue_id", n)} AND COALESCE(c.issue_id, 0) > 0
      GROUP BY c.parent_id ORDER BY c.parent_id`,
  ),
  /** What a goal and its counting descendants bring, each once, from the first after an issue. */
  memberIds: listStatement(
    "issue.memberIds",
    (limit) =>
      `SELECT DISTINCT m.issue_id FROM ${members} AND m.issue_id > ? ORDER BY m.issue_id LIMIT ${String(limit)}`,
  ),
  goals: listStatement(
    "issue.goals",
    (n) =>
      `SELECT DISTINCT s.goal_id FROM goal_scope s WHERE s.issue_id IN (${marks(n)}) AND s.gone = 0 ORDER BY s.goal_id`,
  ),
};
