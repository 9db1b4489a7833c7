import * as z from "zod/mini";
import type { HistogramCell } from "../domain/histogram";
import type { CountingRule } from "../domain/rule";
import type { SpreadCell } from "../domain/spread-cell";
import { id, int } from "./decoders";
import { unpaired } from "./packed";
import { roles } from "./scope-rows";

const columns = {
  goal_id: id,
  cell: int,
  secured_id: int,
  n: int,
  settle_ms: z.nullable(int),
  sized: int,
  points_m: z.nullable(int),
  time_s: z.nullable(int),
};
const row = z.object(columns);
const rowAsRolled = z.object({
  ...columns,
  print_sum: int,
  settle_sum_ms: z.nullable(int),
});

/** Issues of a goal's scope that differ in project, type and size only, with sums that serve every rule. */
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
  const [projectId, cell] = unpaired(each.cell);
  const [withPoints, withTime] = unpaired(each.sized);
  return {
    goalId: each.goal_id,
    ...unpacked(cell),
    projectId: String(projectId),
    /** Nothing asks for it: what draws by its type is told apart. */
    typeId: "0",
    n: each.n,
    points: { n: withPoints, thousandths: each.points_m ?? 0 },
    time: { n: withTime, thousandths: (each.time_s ?? 0) * 1000 },
    /** The one issue of a cell that has a security level and counts; 0 in all other cells. */
    securedId: each.secured_id,
    /** The first of its Done issues that settles, in epoch milliseconds. */
    firstSettle: each.settle_ms,
  } satisfies SpreadCell & Record<string, unknown>;
}

/** The level below which none is. */
const lowestLevel = -8;

/** The number that sql/roll-sql.ts packs. */
function unpacked(cell: number) {
  return {
    ...named(states, cell % 8),
    role: named(roles, Math.floor(cell / 8) % 4),
    level: Math.floor(cell / 32) + lowestLevel,
  };
}

const open = { dropped: false, settled: false, openSubTask: false };
const done = { ...open, category: "done" } as const;
/** In the order of the digit. */
export const states = [
  { ...open, category: "new" },
  { ...open, category: "indeterminate" },
  { ...done, dropped: true },
  { ...done, openSubTask: true },
  done,
  { ...done, settled: true },
] as const;

function named<T>(names: readonly T[], place: number): T {
  const name = names[place];
  if (name === undefined) throw new RangeError("not a cell that the store packs");
  return name;
}

/** As cells of the histogram under a rule: leaves that have a size of their own, and empty containers. */
export function sizedCells(rule: CountingRule, cell: SummedCell): readonly HistogramCell[] {
  const { n, points, time } = cell;
  if (cell.role === "empty-container") return [{ ...groupOf(cell), n, size: null }];
  const { n: sized, thousandths } = { count: { n, thousandths: n * 1000 }, points, time }[rule];
  if (sized === 0) return [];
  return [{ ...groupOf(cell), n: sized, size: thousandths / sized / 1000, thousandths }];
}

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
