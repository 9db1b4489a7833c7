import { among, listStatement } from "../statement";
import { unionSelect } from "../union";
import { childSums } from "./issue-sql";

/** Links that still exist and the goals that count what they bring. */
const reaching = `JOIN goal_link l ON l.id = m.link_id JOIN goal_closure c ON c.descendant_id = m.goal_id`;
const goalOf = (goalId: string) =>
  `JOIN goal g ON g.id = ${goalId} LEFT JOIN dirty_goal d ON d.goal_id = g.id`;

const goal = { count_sub_tasks: "g.count_sub_tasks", stamp: "d.sequence" };

export const placeParts = {
  reached: {
    numbers: { goal_id: "g.id", issue_id: "m.issue_id", ...goal },
    texts: { rule: "g.rule" },
  },
  placed: {
    numbers: { goal_id: "g.id", issue_id: "s.issue_id", ...goal },
    texts: { rule: "g.rule" },
  },
  /** Of a child that no goal reaches the goal is 0. */
  parentOf: {
    numbers: {
      goal_id: "COALESCE(c.ancestor_id, 0)",
      issue_id: "k.parent_id",
      child_in: "MAX(CASE WHEN k.level >= 0 THEN 1 ELSE 0 END)",
      sub_task_in: "MAX(CASE WHEN k.level < 0 THEN 1 ELSE 0 END)",
    },
  },
  childOf: { numbers: { goal_id: "c.ancestor_id", issue_id: "k.issue_id" } },
  known: {
    numbers: {
      issue_id: "f.issue_id",
      project_id: "f.project_id",
      parent_id: "f.parent_id",
      type_id: "f.type_id",
      level: "f.level",
      category: "f.category",
      has_children: "f.has_children",
      secured: "f.secured",
      days: "ps.days",
    },
    texts: { issue_key: "f.issue_key", project_key: "f.project_key" },
  },
  measured: {
    numbers: {
      issue_id: "f.issue_id",
      done_ms: "f.done_ms",
      points_m: "f.points_m",
      estimate_s: "f.estimate_s",
      open_sub_tasks: "f.open_sub_tasks",
      created_ms: "f.created_ms",
      synced_ms: "f.synced_ms",
      updated_ms: "f.updated_ms",
    },
    texts: { resolution: "f.resolution", sub_task_ids: "f.sub_task_ids" },
  },
  children: { numbers: { parent_id: "c.parent_id", ...childSums } },
};

export const placeSql = {
  /**
   * What decides the place of issues in scopes: which goals reach each, hold it, reach a child of either kind, or its
   * parent, and its facts with what its children amount to. All is of one instant, the goals' sequences too, so that they
   * can stand for what was read. Nothing is joined that would repeat: a goal, a child or a text would stand in memory and
   * in the answer as often. The ids stand seven times in the statement. Children are joined so that no engine may begin with
   * the memberships of all.
   */
  inputs: listStatement("place.inputs", (n) =>
    unionSelect(placeParts, {
      reached: `FROM goal_issue m ${reaching} ${goalOf("c.ancestor_id")} WHERE ${among("m.issue_id", n)}`,
      placed: `FROM goal_scope s ${goalOf("s.goal_id")} WHERE ${among("s.issue_id", n)} AND s.gone = 0`,
      parentOf: `FROM issue_fact k LEFT JOIN goal_issue m ON m.issue_id = k.issue_id
          LEFT JOIN goal_link l ON l.id = m.link_id
          LEFT JOIN goal_closure c ON c.descendant_id = m.goal_id AND l.id IS NOT NULL
        WHERE ${among("k.parent_id", n)} AND k.gone = 0 AND k.parent_id <> k.issue_id
        GROUP BY c.ancestor_id, k.parent_id`,
      childOf: `FROM issue_fact k JOIN issue_fact pf ON pf.issue_id = k.parent_id AND pf.gone = 0
          JOIN goal_issue m ON m.issue_id = k.parent_id ${reaching}
        WHERE ${among("k.issue_id", n)} AND k.parent_id <> k.issue_id`,
      known: `FROM issue_fact f LEFT JOIN project_settle ps ON ps.project_id = f.project_id
        WHERE ${among("f.issue_id", n)} AND f.gone = 0`,
      measured: `FROM issue_fact f WHERE ${among("f.issue_id", n)} AND f.gone = 0`,
      children: `FROM issue_fact c WHERE ${among("c.parent_id", n)} AND c.gone = 0 GROUP BY c.parent_id`,
    }),
  ),
};
