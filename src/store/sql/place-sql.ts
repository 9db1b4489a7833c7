import { among, statements } from "../statement";
import { unionSelect } from "../union";
import { childSums } from "./issue-sql";

/** Links that still exist and the goals that count what they bring. */
const reaching = `LEFT JOIN goal_link l ON l.id = m.link_id
          LEFT JOIN goal_closure c ON c.descendant_id = m.goal_id AND l.id IS NOT NULL`;

export const placeParts = {
  /** A goal that reaches the issue, or holds it without. */
  goal: {
    numbers: {
      goal_id: "g.id",
      issue_id: "x.issue_id",
      reached: "x.reached",
      count_sub_tasks: "g.count_sub_tasks",
      stamp: "d.sequence",
    },
    texts: { rule: "g.rule" },
  },
  /** Of a child that no goal reaches the goal is 0. */
  parentOf: {
    numbers: {
      goal_id: "COALESCE(c.ancestor_id, 0)",
      issue_id: "f.issue_id",
      child_in: "MAX(CASE WHEN k.level >= 0 THEN 1 ELSE 0 END)",
      sub_task_in: "MAX(CASE WHEN k.level < 0 THEN 1 ELSE 0 END)",
    },
  },
  /** A goal that reaches a parent of some of them. */
  above: { numbers: { goal_id: "c.ancestor_id", issue_id: "p.issue_id" } },
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
  children: { numbers: { parent_id: "f.issue_id", ...childSums } },
};

export const placeSql = statements("place", {
  /**
   * What decides the place of issues in scopes: which goals reach each, hold it, reach a child of either kind, or its
   * parent, and its facts with what its children amount to. All is of one instant, the goals' sequences too, so that they
   * can stand for what was read. Nothing is joined that would repeat: a goal, a child or a text would stand in memory and
   * in the answer as often. The ids stand seven times in the statement. Every part begins with the facts of these issues,
   * and the rest is joined from the left: an engine whose counts are old would else begin with what all issues have.
   */
  inputs: (n) => {
    const these = among("f.issue_id", n);
    return unionSelect(placeParts, {
      goal: `FROM (SELECT y.goal_id, y.issue_id, MAX(y.reached) AS reached FROM (
          SELECT c.ancestor_id AS goal_id, f.issue_id, 1 AS reached FROM issue_fact f
            LEFT JOIN goal_issue m ON m.issue_id = f.issue_id ${reaching} WHERE ${these}
          UNION ALL SELECT s.goal_id, f.issue_id, 0 FROM issue_fact f
            LEFT JOIN goal_scope s ON s.issue_id = f.issue_id AND s.gone = 0 WHERE ${these}
        ) y GROUP BY y.goal_id, y.issue_id) x LEFT JOIN goal g ON g.id = x.goal_id
        LEFT JOIN dirty_goal d ON d.goal_id = g.id WHERE COALESCE(g.id, 0) > 0`,
      parentOf: `FROM issue_fact f LEFT JOIN issue_fact k ON k.parent_id = f.issue_id AND k.gone = 0
          LEFT JOIN goal_issue m ON m.issue_id = k.issue_id ${reaching}
        WHERE ${these} AND COALESCE(k.issue_id, f.issue_id) <> f.issue_id GROUP BY c.ancestor_id, f.issue_id`,
      above: `FROM (SELECT DISTINCT f.parent_id FROM issue_fact f WHERE ${these}) q
          LEFT JOIN issue_fact p ON p.issue_id = q.parent_id AND p.gone = 0
          LEFT JOIN goal_issue m ON m.issue_id = p.issue_id ${reaching}
        WHERE COALESCE(c.ancestor_id, 0) > 0`,
      known: `FROM issue_fact f LEFT JOIN project_settle ps ON ps.project_id = f.project_id
        WHERE ${these} AND f.gone = 0`,
      measured: `FROM issue_fact f WHERE ${these} AND f.gone = 0`,
      children: `FROM issue_fact f LEFT JOIN issue_fact c ON c.parent_id = f.issue_id AND c.gone = 0
        WHERE ${these} AND COALESCE(c.issue_id, 0) > 0 GROUP BY f.issue_id`,
    });
  },
});
