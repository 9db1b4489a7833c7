import { unknownEffort } from "../../use-cases/sync/roll-ports";
import { listStatement, marks } from "../statement";
import { unionSelect } from "../union";

/** Goals of one statement, however little they take. */
export const goalsListed = 200;

const goal = {
  goal_id: "goal_id",
  sequence: "sequence",
  to_place: "to_place",
  weighted_parent_id: "weighted_parent_id",
  rule_version: "rule_version",
  count_sub_tasks: "count_sub_tasks",
  own_weight: "own_weight",
};
const goalTexts = { rule: "rule", combine: "combine" };
const goalColumns = [...Object.values(goal), ...Object.values(goalTexts)].join(", ");

/**
 * Goals whose rollup is older than their last mark, from the first after a goal: as many as take no more effort than this
 * together, at least one. `more` tells whether others are listed after it.
 */
const dirty = (mostEffort: number) =>
  `(SELECT ${goalColumns}, more FROM (
    SELECT ${goalColumns}, effort, SUM(effort) OVER (ORDER BY goal_id) AS upto,
      CASE WHEN LEAD(goal_id) OVER (ORDER BY goal_id) IS NULL THEN 0 ELSE 1 END AS more
    FROM (
      SELECT d.goal_id, d.sequence,
        CASE WHEN d.place_sequence > d.placed_sequence THEN d.place_sequence ELSE NULL END AS to_place,
        CASE WHEN w.combine = 'weighted' THEN w.id ELSE NULL END AS weighted_parent_id, g.rule_version,
        g.count_sub_tasks, g.own_weight, g.rule, g.combine, COALESCE(r.effort, ${String(unknownEffort)}) AS effort
      FROM dirty_goal d JOIN goal g ON g.id = d.goal_id LEFT JOIN goal w ON w.id = g.parent_id
        LEFT JOIN goal_rollup r ON r.goal_id = d.goal_id
      WHERE d.goal_id > ? AND (r.sequence IS NULL OR r.sequence < d.sequence)
      ORDER BY d.goal_id LIMIT ${String(goalsListed)}
    ) l
  ) c WHERE upto = effort OR upto <= ${String(mostEffort)})`;

const group = "h.goal_id, h.cell, h.project_id, h.type_id, h.secured_id";

/**
 * One row for the issues of a goal that differ in size only, with sums that serve every rule; a leaf with a security
 * level has one of its own. `cell` is what decides a class, packed into one number, which ../scope-cells.ts unpacks: to
 * group by one short number costs a fifth less than by six.
 */
const cell = {
  goal_id: "h.goal_id",
  cell: "h.cell",
  project_id: "h.project_id",
  type_id: "h.type_id",
  secured_id: "h.secured_id",
  n: "COUNT(*)",
  settle_ms: "MIN(h.settle_ms)",
  points_n: "COUNT(h.points_m)",
  points_m: "SUM(h.points_m)",
  time_n: "COUNT(h.time_s)",
  time_s: "SUM(h.time_s)",
};

/** Over all rows of a cell: what they say beside what the numbers need, and how long after it was Done each settles. */
const checks = {
  print_sum: "SUM(h.print & 4294967295)",
  settle_sum_ms: "SUM(h.settle_ms - h.done_ms)",
};

/** `at` tells what is settled from what is not; `scope` is where the rows come from. */
const cellsOf = (at: string, scope: string) =>
  `FROM (
    SELECT s.goal_id, ((((s.level + 8) * 4 + s.role) * 4 + s.category) * 2 + s.dropped) * 4
        + CASE WHEN s.open_sub_tasks > 0 THEN 2 ELSE 0 END + CASE WHEN s.settle_ms <= ${at} THEN 1 ELSE 0 END AS cell,
      s.project_id, s.type_id, CASE WHEN s.secured = 1 AND s.role IN (0, 1) THEN s.issue_id ELSE 0 END AS secured_id,
      s.settle_ms, s.done_ms, s.print, s.points_m, COALESCE(s.estimate_s, s.sub_estimate_s) AS time_s
    FROM ${scope} AND s.gone = 0
  ) h GROUP BY ${group}`;

export const rollParts = {
  goal: { numbers: { ...goal, more: "more" }, texts: goalTexts },
  cell: { numbers: cell },
};

export const rollSql = {
  /** The next goals to roll and their histograms, of one instant; the goal that they come after stands around it. */
  dirty: listStatement("roll.dirty", (mostEffort) =>
    unionSelect(rollParts, {
      goal: `FROM ${dirty(mostEffort)} t`,
      cell: cellsOf("?", `${dirty(mostEffort)} t JOIN goal_scope s ON s.goal_id = t.goal_id`),
    }),
  ),
  /** The histograms that the rollups of these goals were made from. */
  asRolled: listStatement("roll.asRolled", (n) => {
    const columns = Object.entries({ ...cell, ...checks }).map(
      ([name, sum]) => `${sum} AS ${name}`,
    );
    const scope = `goal_scope s LEFT JOIN goal_rollup r ON r.goal_id = s.goal_id WHERE s.goal_id IN (${marks(n)})`;
    return `SELECT ${columns.join(", ")} ${cellsOf("r.computed_ms", scope)}`;
  }),
};
