import type { HistogramCell } from "./histogram";
import { rollUp } from "./roll-up";
import type { CountingRule } from "./rule";
import type { Pools } from "./size-pool";
import type { SpreadCell, UnsizedLeaves } from "./spread-cell";
import type { SpreadRule } from "./spread-rule";

/**
 * Why a rule gives no number. `no-work`: no leaf in scope. `no-sub-tasks`: none in scope. `nothing-sized`: no leaf has
 * points of its own. `no-size`: all sizes are 0. `all-dropped` and `too-few-sized` as in a rollup.
 */
export type NoShare =
  "no-work" | "no-sub-tasks" | "nothing-sized" | "no-size" | "all-dropped" | "too-few-sized";
export type Share = number | NoShare;

/** What of a scope the rules look at. */
export type Counted = {
  readonly leaves: readonly SpreadCell[];
  /** In scope with children in scope, so that they do not count themselves. */
  readonly containers: readonly SpreadCell[];
  readonly subTasks: readonly SpreadCell[];
  readonly pools: Pools;
  /** Null where the leaves tell what those without a size draw from. */
  readonly unsized: UnsizedLeaves | null;
};

export function countedIn(
  cells: readonly SpreadCell[],
): Pick<Counted, "leaves" | "containers" | "subTasks"> {
  return {
    leaves: cells.filter(({ role }) => role === "leaf" || role === "empty-container"),
    containers: cells.filter(({ role }) => role === "container"),
    subTasks: cells.filter(({ level }) => level < 0),
  };
}

/** The progress of a scope under one rule. */
export function shareUnder(rule: SpreadRule, counted: Counted): Share {
  return issuesIn(counted.leaves) === 0 ? "no-work" : rules[rule](counted);
}

const rules: Readonly<Record<SpreadRule, (counted: Counted) => Share>> = {
  /** Done leaves ÷ leaves, dropped ones among both. */
  "done-children": ({ leaves }) => mean(leaves, (cell) => (isDone(cell) ? 1 : 0)),
  /** The mean over the leaves of To Do 0, In Progress ½, Done 1, dropped ones included. */
  "half-for-active": ({ leaves }) => mean(leaves, ({ category }) => halfForActive[category]),
  /** Done sub-tasks ÷ sub-tasks in scope, whatever their resolution. */
  "sub-tasks": ({ subTasks }) =>
    issuesIn(subTasks) === 0 ? "no-sub-tasks" : mean(subTasks, (cell) => (isDone(cell) ? 1 : 0)),
  /** Points of Done leaves ÷ points of leaves: unsized leaves are ignored, dropped ones counted. */
  "points-naive": ({ leaves }) => pointsShare(leaves),
  /** The same with the own points of every container in scope: they count a second time what their children hold. */
  "points-with-container": ({ leaves, containers }) => pointsShare([...leaves, ...containers]),
  count: (counted) => headlineUnder("count", counted),
  /** The headline by count with Done leaves that have an open sub-task taken as not done. */
  "count-strict": (counted) =>
    headlineUnder("count", { ...counted, leaves: counted.leaves.map(reopenedWhereOpen) }),
  /** Points of Done leaves ÷ points of leaves that have some of their own, without dropped ones. */
  "points-sized": pointsOfSized,
  points: (counted) => headlineUnder("points", counted),
  time: (counted) => headlineUnder("time", counted),
};

const halfForActive = { new: 0, indeterminate: 0.5, done: 1 } as const;
const isDone = ({ category }: SpreadCell) => category === "done";

const sumOf = (cells: readonly SpreadCell[], value: (cell: SpreadCell) => number) =>
  cells.reduce((sum, cell) => sum + value(cell), 0);
const issuesIn = (cells: readonly SpreadCell[]) => sumOf(cells, ({ n }) => n);

const mean = (cells: readonly SpreadCell[], share: (cell: SpreadCell) => number) =>
  sumOf(cells, (cell) => cell.n * share(cell)) / issuesIn(cells);

function pointsShare(cells: readonly SpreadCell[]): Share {
  if (sumOf(cells, ({ points }) => points.n) === 0) return "nothing-sized";
  const total = sumOf(cells, ({ points }) => points.thousandths);
  if (total === 0) return "no-size";
  return sumOf(cells.filter(isDone), ({ points }) => points.thousandths) / total;
}

function pointsOfSized({ leaves }: Counted): Share {
  const kept = leaves.filter(({ dropped }) => !dropped);
  if (issuesIn(kept) === 0) return "all-dropped";
  return pointsShare(kept.filter(({ role }) => role === "leaf"));
}

function reopenedWhereOpen(cell: SpreadCell): SpreadCell {
  if (cell.dropped || !cell.openSubTask || !isDone(cell)) return cell;
  return { ...cell, category: "indeterminate" };
}

/** A headline does not ask what has settled, and of sizes it needs the sum only. */
function headlineUnder(rule: CountingRule, { leaves, pools, unsized }: Counted): Share {
  const sized = leaves.flatMap((cell) => sizedOf(cell, rule));
  const drawn =
    rule === "count" ? [] : (unsized?.[rule] ?? leaves.flatMap((cell) => unsizedOf(cell, rule)));
  const { progress } = rollUp([...sized, ...drawn], rule, pools);
  return progress.kind === "value" ? progress.headline : progress.why;
}

/** An empty container has no size of its own, but draws by its own project wherever it stands. */
function sizedOf(cell: SpreadCell, rule: CountingRule): readonly HistogramCell[] {
  const whole = wholeOf(cell);
  if (rule === "count") return [{ ...whole, size: 1 }];
  if (cell.role === "empty-container") return [{ ...whole, size: null }];
  const { n, thousandths } = cell[rule];
  return n > 0 ? [{ ...whole, n: 1, size: thousandths / 1000 }] : [];
}

function unsizedOf(cell: SpreadCell, rule: "points" | "time"): readonly HistogramCell[] {
  const n = cell.n - cell[rule].n;
  return cell.role === "leaf" && n > 0 ? [{ ...wholeOf(cell), n, size: null }] : [];
}

/** By name, because there are many: copying a cell with all that it may carry takes several times as long. */
const wholeOf = (cell: SpreadCell) => ({
  role: cell.role,
  category: cell.category,
  dropped: cell.dropped,
  settled: false,
  openSubTask: cell.openSubTask,
  projectId: cell.projectId,
  typeId: cell.typeId,
  level: cell.level,
  n: cell.n,
});
