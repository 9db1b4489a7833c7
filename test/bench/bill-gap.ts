import { billOf } from "../../src/domain/bill/bill";
import type { Step } from "../../src/domain/bill/greedy";
import { cellOf, isSettled, leavesOf } from "../../src/domain/leaves";
import { rollUp } from "../../src/domain/roll-up";
import type { ScopeAsOf } from "../../src/domain/scope-state";
import type { Figure } from "./figure";
import { asOf } from "../build/item";
import { madeScope } from "./theory-data";

const scopes = 300;
const sizes = [2, 3, 4];

/** How much wider the greedy bill leaves the interval than the best set of as many fixes, on small made-up goals. */
export function billGap(): readonly Figure[] {
  return sizes.map((size) => {
    const gaps = Array.from({ length: scopes }, (_, n) => gapOf(n + 1, size)).flat();
    const behind = gaps.filter((gap) => gap > 1e-9);
    const worst = gaps.reduce((most, gap) => Math.max(most, gap), 0);
    return {
      name: `bill: ${String(size)} greedy fixes against the best ${String(size)}, ${String(gaps.length)} goals`,
      value: `${String(behind.length)} behind, at most by ${(100 * worst).toFixed(2)} points`,
    };
  });
}

function gapOf(seed: number, size: number): readonly number[] {
  const scope = { ...madeScope(15, seed), asOf, settleDays: {} };
  const bill = billOf(scope);
  if (bill.kind !== "bill" || bill.steps.length <= size) return [];
  const greedy = bill.steps[size - 1]?.width ?? NaN;
  const best = Math.min(...setsOf(bill.steps, size).map((set) => widthAfter(scope, set)));
  return [greedy - best];
}

function widthAfter(scope: ScopeAsOf, fixes: readonly Step[]): number {
  const medianOf = (projectId: string) => scope.pools[projectId]?.allTypes.points?.median ?? NaN;
  const items = scope.items.map((item) => {
    const own = fixes.filter(({ itemId }) => itemId === item.id).map(({ defect }) => defect);
    return {
      ...item,
      points: own.includes("unsized") ? medianOf(item.projectId) : item.points,
      openSubTasks: own.includes("open-sub-task") ? 0 : item.openSubTasks,
    };
  });
  const cells = leavesOf({ ...scope, items }).map((leaf) =>
    cellOf(leaf, scope.rule, isSettled(leaf.item, scope)),
  );
  const { progress } = rollUp(cells, scope.rule, scope.pools);
  return progress.kind === "value" ? progress.high - progress.low : NaN;
}

function setsOf<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  if (size === 0) return [[]];
  return all.flatMap((first, n) =>
    setsOf(all.slice(n + 1), size - 1).map((rest) => [first, ...rest]),
  );
}
