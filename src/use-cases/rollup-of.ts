import { rollUp } from "../domain/roll-up";
import type { Pools } from "../domain/size-pool";
import { endsOf, spreadOfCells } from "../domain/spread";
import { versionsOf } from "./figures";
import type { StoredRollup } from "./store-ports";
import type { GoalToRoll, ScopeSummary } from "./sync/roll-ports";

type Goal = Pick<GoalToRoll["goal"], "id" | "rule" | "ruleVersion" | "combine">;

/** What a goal's scope amounts to as a union; of a weighted parent the children decide the progress. */
export function rollupOf(
  goal: Goal,
  summary: ScopeSummary,
  { pools, asOf }: { readonly pools: Pools; readonly asOf: Date },
): StoredRollup {
  const { cells, spreadCells, unsized, leavesByProject, securedLeaves, nextSettleAt } = summary;
  return {
    goalId: goal.id,
    rollup: rollUp(cells, goal.rule, pools),
    weighted: null,
    spread: goal.combine === "union" ? endsOf(spreadOfCells(spreadCells, pools, unsized)) : null,
    ruleVersion: goal.ruleVersion,
    computedAt: asOf,
    poolVersions: versionsOf(poolsAmong(pools, leavesByProject)),
    leavesByProject,
    securedLeaves,
    nextSettleAt,
  };
}

const poolsAmong = (pools: Pools, leavesByProject: ScopeSummary["leavesByProject"]): Pools =>
  Object.fromEntries(
    Object.entries(pools).filter(([projectId]) => leavesByProject[projectId] !== undefined),
  );
