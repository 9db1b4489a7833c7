import * as z from "zod/mini";
import type { HistogramCell } from "../domain/histogram";
import type { CountingRule } from "../domain/rule";
import type { SpreadCell } from "../domain/spread-cell";
import { id, int } from "./decoders";
import { categories } from "./facts";
import { roles } from "./scope-rows";

const columns = {
  goal_id: id,
  cell: int,
  project_id: id,
  type_id: id,
  secured_id: int,
  n: int,
  settle_ms: z.nullable(int),
  points_n: int,
  points_m: z.nullable(int),
  time_n: int,
  time_s: z.nullable(int),
};
const row = z.object(columns);
const rowAsRolled = z.object({
  ...columns,
  print_sum: int,
  settle_sum_ms: z.nullable(int),
});

/** Issues of a goal's scope that differ in size only, with sums that serve every rule. */
export const summedCell = z.pipe(row, z.transform(summedCellOf));
export type SummedCell = ReturnType<typeof summedCellOf>;

/** The same with sums over what their rows say. */
export const summedCellAsRolled = z.pipe(
  rowAsRolled,
  z.transform((each) => ({
    ...summedCellOf(each),
    prints: each.print_sum,
    settleMilliseconds: each.settle_sum_ms ?? 0,
  })),
);

function summedCellOf(each: z.output<typeof row>) {
  return {
    goalId: each.goal_id,
    ...unpacked(each.cell),
    projectId: each.project_id,
    typeId: each.type_id,
    n: each.n,
    points: { n: each.points_n, thousandths: each.points_m ?? 0 },
    time: { n: each.time_n, thousandths: (each.time_s ?? 0) * 1000 },
    /** The one issue of a cell that has a security level and counts; 0 in all other cells. */
    securedId: each.secured_id,
    /** The first of its Done issues that settles, in epoch milliseconds. */
    firstSettle: each.settle_ms,
  } satisfies SpreadCell & Record<string, unknown>;
}

/** The level below which none is. */
const lowestLevel = -8;

/** The number that sql/roll-sql.ts packs, from its last digit to its first. */
function unpacked(cell: number) {
  const digit = (unit: number, base: number) => Math.floor(cell / unit) % base;
  return {
    settled: digit(1, 2) === 1,
    openSubTask: digit(2, 2) === 1,
    dropped: digit(4, 2) === 1,
    category: nameAt(categories, digit(8, 4)),
    role: nameAt(roles, digit(32, 4)),
    level: Math.floor(cell / 128) + lowestLevel,
  };
}

function nameAt<T>(names: readonly T[], place: number): T {
  const name = names[place];
  if (name === undefined) throw new RangeError("not a cell that the store packs");
  return name;
}

/** As cells of the histogram under a rule: those that have a size of their own, and those that have none. */
export function histogramOf(rule: CountingRule, cell: SummedCell): readonly HistogramCell[] {
  const { n, points, time } = cell;
  const { n: sized, thousandths } = { count: { n, thousandths: n * 1000 }, points, time }[rule];
  const size = thousandths / sized / 1000;
  return [
    ...(sized > 0 ? [{ ...groupOf(cell), n: sized, size, thousandths }] : []),
    ...(n > sized ? [{ ...groupOf(cell), n: n - sized, size: null }] : []),
  ];
}

/** By name, because there are many: copying all but a few takes ten times as long. */
const groupOf = (cell: SummedCell) => ({
  role: cell.role,
  category: cell.category,
  dropped: cell.dropped,
  settled: cell.settled,
  openSubTask: cell.openSubTask,
  projectId: cell.projectId,
  typeId: cell.typeId,
  level: cell.level,
});
