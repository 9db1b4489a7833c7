import { statement } from "../statement";

const columns = [
  "issue_id",
  "sequence",
  "hint_ms",
  "tries",
  "parent_id",
  "known_level",
  "known_ms",
  "parent_level",
  "member_id",
  "id",
  "goal_id",
  "kind",
  "linked_id",
  "jql",
  "descendants",
  "created_by",
  "created_ms",
  "read_ms",
  "broken",
  "k",
  "v",
  "version",
] as const;
type Column = (typeof columns)[number];

const part = (given: Partial<Record<Column, string>>, from: string) =>
  `SELECT ${columns.map((column) => `${given[column] ?? "NULL"} AS ${column}`).join(", ")} ${from}`;

const link = {
  id: "l.id",
  goal_id: "l.goal_id",
  kind: "l.kind",
  linked_id: "l.issue_id",
  jql: "l.jql",
  descendants: "l.descendants",
  created_by: "l.created_by",
  created_ms: "l.created_ms",
  read_ms: "l.read_ms",
  broken: "l.broken",
};

const known = `LEFT JOIN issue_fact f ON f.issue_id = d.issue_id AND f.gone = 0`;

/** More rules than these are read apart. */
export const rulesAtOnce = 300;

export const drainSql = {
  /**
   * All that a drainer needs before it asks Jira, in one read: the issues of its lease with what was known of them, the
   * links that bring them and their parents, the rules of the site, its settings and the points of this hour.
   */
  begin: statement(
    "drain.begin",
    [
      part(
        {
          issue_id: "d.issue_id",
          sequence: "d.sequence",
          hint_ms: "d.hint_ms",
          tries: "d.tries",
          parent_id: "f.parent_id",
          known_level: "f.level",
          known_ms: "f.updated_ms",
          parent_level: "p.level",
        },
        `FROM dirty_issue d ${known} LEFT JOIN issue_fact p ON p.issue_id = f.parent_id AND p.gone = 0
        WHERE d.lease = ?`,
      ),
      part(
        { member_id: "m.issue_id", ...link },
        `FROM (
          SELECT d.issue_id FROM dirty_issue d WHERE d.lease = ?
          UNION SELECT f.parent_id FROM dirty_issue d ${known} WHERE d.lease = ? AND f.parent_id IS NOT NULL
        ) t JOIN goal_issue m ON m.issue_id = t.issue_id JOIN goal_link l ON l.id = m.link_id`,
      ),
      part(
        link,
        `FROM (SELECT r.id, r.goal_id, r.kind, r.issue_id, r.jql, r.descendants, r.created_by, r.created_ms,
          r.read_ms, r.broken FROM goal_link r WHERE r.kind = 'rule' ORDER BY r.id LIMIT ${String(rulesAtOnce)}) l`,
      ),
      part(
        { k: "s.k", v: "s.v", version: "s.version" },
        "FROM sync_state s WHERE s.k IN (?, ?, ?, ?)",
      ),
    ].join(" UNION ALL "),
  ),
};
