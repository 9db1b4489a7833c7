import { statement } from "../statement";
import { unionSelect } from "../union";

const member = {
  numbers: {
    member_id: "m.issue_id",
    id: "l.id",
    goal_id: "l.goal_id",
    issue_id: "l.issue_id",
    descendants: "l.descendants",
    created_ms: "l.created_ms",
    read_ms: "l.read_ms",
  },
  texts: { kind: "l.kind", created_by: "l.created_by" },
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
};

const rule = {
  numbers: {
    id: "l.id",
    goal_id: "l.goal_id",
    descendants: "l.descendants",
    created_ms: "l.created_ms",
    read_ms: "l.read_ms",
  },
  texts: { kind: "l.kind", created_by: "l.created_by", jql: "l.jql", broken: "l.broken" },
};

const state = { numbers: { version: "s.version" }, texts: { k: "s.k", v: "s.v" } };

export const fewParts = { issue, state };
/** Of a link that is a rule a member tells its id only: its text stands once. */
export const drainParts = {
  ...fewParts,
  member,
  parentMember: member,
  grandparentMember: member,
  rule,
};

const known = `JOIN issue_fact f ON f.issue_id = d.issue_id AND f.gone = 0`;
const parent = `JOIN issue_fact p ON p.issue_id = f.parent_id AND p.gone = 0`;
const broughtBy = (issueId: string) =>
  `JOIN goal_issue m ON m.issue_id = ${issueId} JOIN goal_link l ON l.id = m.link_id`;

const few = {
  issue: `FROM dirty_issue d LEFT ${known} LEFT ${parent} WHERE d.lease = ?`,
  state: "FROM sync_state s WHERE s.k IN (?, ?, ?, ?)",
};

export const drainSql = {
  /**
   * All that a drainer needs before it asks Jira, in one read: the issues of its lease with what was known of them, its
   * settings and the points of this hour, the links that bring those issues, their parents, and the parents of those that
   * have sub-tasks among them, and the rules of the site. The lease stands four times.
   */
  begin: statement(
    "drain.begin",
    unionSelect(drainParts, {
      ...few,
      member: `FROM dirty_issue d ${broughtBy("d.issue_id")} WHERE d.lease = ?`,
      parentMember: `FROM dirty_issue d ${known} ${broughtBy("f.parent_id")} WHERE d.lease = ?`,
      grandparentMember: `FROM dirty_issue d ${known} ${parent} ${broughtBy("p.parent_id")}
        WHERE d.lease = ? AND f.level < 0`,
      rule: "FROM goal_link l WHERE l.kind = 'rule'",
    }),
  ),
  /** The same without links, of which there may be too many. */
  beginWithoutLinks: statement("drain.beginWithoutLinks", unionSelect(fewParts, few)),
};
