import type { CountingRule } from "../domain/rule";
import type { ScopeSummary, SummaryAsRolled } from "../use-cases/sync/roll-ports";
import { sizedCells, type SummedCell } from "./scope-cells";
import { unsizedCells, type LeafDraw } from "./scope-draws";

/** What a statement tells of one goal's scope. */
export type Told<Cell extends SummedCell = SummedCell> = {
  readonly cells: readonly Cell[];
  readonly draws: readonly LeafDraw[];
};

/** A goal's scope from what was told of it. */
export function summaryOf(rule: CountingRule, { cells, draws }: Told): ScopeSummary {
  const counting = cells.filter(({ role }) => role === "leaf" || role === "empty-container");
  const unsized = { points: unsizedCells("points", draws), time: unsizedCells("time", draws) };
  return {
    cells: [
      ...counting.flatMap((cell) => sizedCells(rule, cell)),
      ...(rule === "count" ? [] : unsized[rule]),
    ],
    spreadCells: cells,
    unsized,
    leavesByProject: leavesByProject([
      ...draws,
      ...counting.filter(({ role }) => role === "empty-container"),
    ]),
    securedLeaves: securedLeaves(counting),
    nextSettleAt: nextSettleAt(counting),
    effort: effortOf(cells, draws),
  };
}

type CellAsRolled = SummedCell & Pick<SummaryAsRolled, "prints" | "settleMilliseconds">;

export function summaryAsRolled(rule: CountingRule, told: Told<CellAsRolled>): SummaryAsRolled {
  return {
    ...summaryOf(rule, told),
    prints: told.cells.reduce((sum, { prints }) => sum + prints, 0),
    settleMilliseconds: told.cells.reduce((sum, each) => sum + each.settleMilliseconds, 0),
  };
}

/** An issue is read so many times faster than a row is made of many and sent. */
const issuesPerRow = 20;

const effortOf = (cells: readonly SummedCell[], draws: readonly LeafDraw[]) =>
  cells.length + draws.length + Math.ceil(cells.reduce((sum, { n }) => sum + n, 0) / issuesPerRow);

type Leaves = { readonly projectId: string; readonly n: number };

function leavesByProject(counting: readonly Leaves[]): Readonly<Record<string, number>> {
  const leaves: Record<string, number> = {};
  for (const { projectId, n } of counting) leaves[projectId] = (leaves[projectId] ?? 0) + n;
  return leaves;
}

function securedLeaves(counting: readonly SummedCell[]): ScopeSummary["securedLeaves"] {
  const secured = counting.filter(({ securedId }) => securedId > 0);
  const leaves: Record<string, string[]> = {};
  for (const { projectId, securedId } of secured.toSorted((a, b) => a.securedId - b.securedId)) {
    (leaves[projectId] ??= []).push(String(securedId));
  }
  return leaves;
}

/** What is Done, claimed and could be confirmed: nothing but time keeps it. */
function nextSettleAt(counting: readonly SummedCell[]): Date | null {
  const waiting = counting.flatMap(({ category, dropped, openSubTask, settled, firstSettle }) =>
    category === "done" && !dropped && !openSubTask && !settled ? (firstSettle ?? []) : [],
  );
  return waiting.length === 0 ? null : new Date(waiting.reduce((a, b) => Math.min(a, b)));
}
