import { statement } from "../statement";
import { unionSelect } from "../union";

const link = {
  numbers: {
    id: "l.id",
    goal_id: "l.goal_id",
    descendants: "l.descendants",
    created_ms: "l.created_ms",
    read_ms: "l.read_ms",
  },
  texts: { kind: "l.kind", created_by: "l.created_by" },
};

const member = {
  numbers: { member_id: "x.issue_id", ...link.numbers, issue_id: "l.issue_id" },
  texts: link.texts,
};

const issue = {
  numbers: {
    issue_id: "d.issue_id",
    sequence: "d.sequence",
    hint_ms: "d.hint_ms",
    tries: "d.tries",
    parent_id: "f.parent_id",
    known_level: "f.level",
    known_ms: "f.updated_ms",
    parent_level: "p.level",
    grandparent_id: "p.parent_id",
  },
  texts: {
    sub_task_ids: "f.sub_task_ids",
    parent_sub_task_ids: "p.sub_task_ids",
    named_by: "(SELECT GROUP_CONCAT(n.parent_id) FROM sub_task n WHERE n.issue_id = d.issue_id)",
  },
};

const rule = {
  numbers: link.numbers,
  texts: { ...link.texts, jql: "l.jql", broken: "l.broken" },
};

const state = { numbers: { version: "s.version" }, texts: { k: "s.k", v: "s.v" } };

const project = {
  numbers: { project_id: "p.project_id" },
  texts: { project_key: "p.project_key" },
};

export const fewParts = { issue, state };
/** Of a link that is a rule a member tells its id only: its text stands once. */
export const drainParts = { ...fewParts, member, rule, project };

const known = `LEFT JOIN issue_fact f ON f.issue_id = d.issue_id AND f.gone = 0`;
const parent = `LEFT JOIN issue_fact p ON p.issue_id = f.parent_id AND p.gone = 0`;
/** The issues of a lease, their parents, and of those that are sub-tasks the parents of these; the lease stands thrice. */
const concerned = `SELECT d.issue_id FROM dirty_issue d WHERE d.lease = ?
  UNION SELECT f.parent_id FROM dirty_issue d ${known} WHERE d.lease = ?
  UNION SELECT p.parent_id FROM dirty_issue d ${known} AND f.level < 0 ${parent} WHERE d.lease = ?`;

const few = {
  issue: `FROM dirty_issue d ${known} ${parent} WHERE d.lease = ?`,
  state: "FROM sync_state s WHERE s.k IN (?, ?, ?, ?)",
};

export const drainSql = {
  /**
   * All that a drainer needs before it asks Jira, in one read: the issues of its lease with what was known of them, its
   * settings and the points of this hour, the links that bring those issues, their parents, and the parents of those that
   * have sub-tasks among them, the rules of the site, which name no issue, and the keys of projects that were read since
   * an instant, which comes last. The lease stands four times. Every join keeps what has no partner: where an engine may
   * choose the order, one that takes the tables for small goes through all memberships once for each issue.
   */
  begin: statement(
    "drain.begin",
    unionSelect(drainParts, {
      ...few,
      member: `FROM (${concerned}) x LEFT JOIN goal_issue m ON m.issue_id = x.issue_id
        LEFT JOIN goal_link l ON l.id = m.link_id`,
      rule: "FROM goal_link l WHERE l.issue_id IS NULL",
      project: "FROM project_settle p WHERE p.read_ms >= ?",
    }),
  ),
  /** The same without links, of which there may be too many. */
  beginWithoutLinks: statement("drain.beginWithoutLinks", unionSelect(fewParts, few)),
};
