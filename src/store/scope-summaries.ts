import type { CountingRule } from "../domain/rule";
import type { ScopeSummary, SummaryAsRolled } from "../use-cases/sync/roll-ports";
import { histogramOf, type SummedCell } from "./scope-cells";

/** A goal's scope from its cells. */
export function summaryOf(rule: CountingRule, cells: readonly SummedCell[]): ScopeSummary {
  const counting = cells.filter(({ role }) => role === "leaf" || role === "empty-container");
  return {
    cells: cells.flatMap((cell) => histogramOf(rule, cell)),
    spreadCells: cells,
    leavesByProject: leavesByProject(counting),
    securedLeaves: securedLeaves(counting),
    nextSettleAt: nextSettleAt(counting),
    effort: effortOf(cells),
  };
}

type AsRolled = SummedCell & Pick<SummaryAsRolled, "prints" | "settleMilliseconds">;

export function summaryAsRolled(rule: CountingRule, cells: readonly AsRolled[]): SummaryAsRolled {
  return {
    ...summaryOf(rule, cells),
    prints: cells.reduce((sum, { prints }) => sum + prints, 0),
    settleMilliseconds: cells.reduce((sum, each) => sum + each.settleMilliseconds, 0),
  };
}

/** An issue is read so many times faster than a cell is made and sent. */
const issuesPerCell = 20;

const effortOf = (cells: readonly SummedCell[]) =>
  cells.length + Math.ceil(cells.reduce((sum, { n }) => sum + n, 0) / issuesPerCell);

function leavesByProject(counting: readonly SummedCell[]): Readonly<Record<string, number>> {
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
