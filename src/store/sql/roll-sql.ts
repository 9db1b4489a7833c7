import { unknownEffort } from "../../use-cases/sync/roll-ports";
import { pairBase } from "../packed";
import { marks, statements } from "../statement";
import { unionSelect } from "../union";

/** So many goals are told of beside those whose scopes are: the next statement can take as many as fit into it. */
const goalsListed = (count: number) => count + 450;

/**
 * All are numbers and no more than the others have, because a text or a further number would add an empty column to each
 * of the many rows of the other kinds.
 */
const goal = {
  goal_id: "d.goal_id",
  sequence: "d.sequence",
  to_place: "CASE WHEN d.place_sequence > d.placed_sequence THEN d.place_sequence ELSE NULL END",
  weighted_parent_id: "CASE WHEN w.combine = 'weighted' THEN w.id ELSE NULL END",
  rule: "CASE g.rule WHEN 'count' THEN 0 WHEN 'points' THEN 1 ELSE 2 END",
  rule_version: "g.rule_version",
  /** Its own weight four times, 2 more where weights combine, and 1 more where sub-tasks count. */
  weight_and_flags:
    "g.own_weight * 4 + g.count_sub_tasks + CASE g.combine WHEN 'weighted' THEN 2 ELSE 0 END",
  effort: "d.effort",
};

/** Goals whose rollup is older than their last mark, the next ones after a goal, and what their scopes took to read. */
const listed = (count: number) =>
  `(SELECT d.goal_id, d.sequence, d.place_sequence, d.placed_sequence,
      COALESCE(r.effort, ${String(unknownEffort)}) AS effort
    FROM dirty_goal d JOIN goal g ON g.id = d.goal_id LEFT JOIN goal_rollup r ON r.goal_id = d.goal_id
    WHERE d.goal_id > ? AND (r.sequence IS NULL OR r.sequence < d.sequence)
    ORDER BY d.goal_id LIMIT ${String(count)})`;

/** Sums of floating point are exact up to 2^53, and cost less than those of whole numbers, which are decimals. */
const pointsOf = "s.points_m + 0e0";
const timeOf = "COALESCE(s.estimate_s, s.sub_estimate_s) + 0e0";

/** Two in one number, because rows are the slower to group and to send the more columns they have. */
const pair = (first: string, second: string) => `${first} * ${String(pairBase)} + ${second}`;

/**
 * One row for the issues of a goal that are alike but for project, type and size, with sums that serve every rule. Only an
 * empty container, which draws by its project, and a leaf with a security level, which has a row of its own, name theirs.
 * Where the others lie, `draw` tells: cells of each project and type would be three times as many rows.
 */
const cell = {
  goal_id: "h.goal_id",
  cell: "h.cell",
  secured_id: "h.secured_id",
  n: "COUNT(*)",
  settle_ms: "MIN(h.settle_ms)",
  sized: pair("COUNT(h.points_m)", "COUNT(h.time_s)"),
  points_m: "SUM(h.points_m)",
  time_s: "SUM(h.time_s)",
};

/** Over all rows of a cell: what they say beside what the numbers need, and how long after it was Done each settles. */
const checks = {
  print_sum: "SUM((h.print & 4294967295) + 0e0)",
  settle_sum_ms: "SUM(h.settle_ms - h.done_ms + 0e0)",
};

/**
 * Joined from the left, so that no engine may begin with the scopes of all goals: MariaDB does where its estimate of rows
 * is old. A condition that no row of nulls can meet would let it turn the join around.
 */
const isThere = "COALESCE(s.gone, 1) = 0";

/**
 * `cell` is what decides class and role in one number, which ../scope-cells.ts unpacks, paired with the project: its last
 * digit is 0 to do, 1 in progress, and of what is Done 2 dropped, 3 with an open sub-task, 4 not settled, 5 settled at the
 * instant `at`.
 */
const cellsOf = (at: string, scope: string) =>
  `FROM (
    SELECT s.goal_id, CASE WHEN s.role > 1 THEN 0 WHEN s.role = 1 OR s.secured = 1 THEN s.project_id ELSE 0 END
        * ${String(pairBase)} + (s.level + 8) * 32 + s.role * 8 + CASE WHEN s.category < 2 THEN s.category
        WHEN s.dropped = 1 THEN 2 WHEN s.open_sub_tasks > 0 THEN 3 WHEN s.settle_ms <= ${at} THEN 5 ELSE 4 END AS cell,
      CASE WHEN s.secured = 0 OR s.role > 1 THEN 0 ELSE s.issue_id END AS secured_id,
      s.settle_ms, s.done_ms, s.print, ${pointsOf} AS points_m, ${timeOf} AS time_s
    FROM ${scope} AND ${isThere}
  ) h GROUP BY h.goal_id, h.cell, h.secured_id`;

const unsized = (size: string, weight: string) =>
  `SUM(CASE WHEN h.${size} IS NULL THEN h.${weight} ELSE 0e0 END)`;

/** The leaves of a goal in one project and of one type: how many, and of those without a size how many in each class. */
const draw = {
  goal_id: "h.goal_id",
  draws: "h.draws",
  n: "COUNT(*)",
  points_open: unsized("points_m", "open_pair"),
  points_done: unsized("points_m", "done_pair"),
  time_open: unsized("time_s", "open_pair"),
  time_done: unsized("time_s", "done_pair"),
  dropped: `SUM(CASE WHEN h.dropped = 0 THEN 0e0 ELSE CASE WHEN h.points_m IS NULL THEN ${String(pairBase)}e0 ELSE 0e0 END
    + CASE WHEN h.time_s IS NULL THEN 1e0 ELSE 0e0 END END)`,
};

/** Pairs of one: to do and in progress, claimed and confirmed. What they draw from is paired too: project and type. */
const drawsOf = (at: string, scope: string) =>
  `FROM (
    SELECT s.goal_id, ${pair("s.project_id", "s.type_id")} AS draws, s.dropped, s.points_m,
      COALESCE(s.estimate_s, s.sub_estimate_s) AS time_s,
      CASE s.category WHEN 0 THEN ${String(pairBase)}e0 WHEN 1 THEN 1e0 ELSE 0e0 END AS open_pair,
      CASE WHEN s.category < 2 OR s.dropped = 1 THEN 0e0
        WHEN s.open_sub_tasks = 0 AND s.settle_ms <= ${at} THEN 1e0 ELSE ${String(pairBase)}e0 END AS done_pair
    FROM ${scope} AND ${isThere} AND COALESCE(s.role, 1) = 0
  ) h GROUP BY h.goal_id, h.draws`;

export const rollParts = {
  goal: { numbers: goal },
  cell: { numbers: cell },
  draw: { numbers: draw },
};
export const asRolledParts = {
  cell: { numbers: { ...cell, ...checks } },
  draw: { numbers: draw },
};

const instantOrRolled = "COALESCE(?, r.computed_ms)";
const partScope = `goal_scope s LEFT JOIN goal_rollup r ON r.goal_id = s.goal_id
  WHERE s.goal_id = ? AND s.issue_id > ? AND s.issue_id <= ?`;

export const rollSql = statements("roll", {
  /**
   * So many goals to roll and what their scopes amount to, of one instant, and the goals after them. The goal that all
   * come after stands once for each kind, before it the instant that tells what is settled.
   */
  dirty: (count) => {
    const scope = `${listed(count)} l LEFT JOIN goal_scope s ON s.goal_id = l.goal_id WHERE l.goal_id > 0`;
    return unionSelect(rollParts, {
      goal: `FROM ${listed(goalsListed(count))} d JOIN goal g ON g.id = d.goal_id LEFT JOIN goal w ON w.id = g.parent_id`,
      cell: cellsOf("?", scope),
      draw: drawsOf("?", scope),
    });
  },
  /** What the rollups of these goals were made from; the goals stand twice. */
  asRolled: (n) => {
    const scope = `goal_scope s LEFT JOIN goal_rollup r ON r.goal_id = s.goal_id WHERE s.goal_id IN (${marks(n)})`;
    return unionSelect(asRolledParts, {
      cell: cellsOf("r.computed_ms", scope),
      draw: drawsOf("r.computed_ms", scope),
    });
  },
  /** The issue so many on in the scope of a goal. */
  further: (n) =>
    `SELECT issue_id FROM goal_scope WHERE goal_id = ? AND issue_id > ? ORDER BY issue_id LIMIT 1 OFFSET ${String(n)}`,
  /** The same of a goal's issues after one up to another, as of an instant if there is one; all stand twice. */
  part: unionSelect(asRolledParts, {
    cell: cellsOf(instantOrRolled, partScope),
    draw: drawsOf(instantOrRolled, partScope),
  }),
});
