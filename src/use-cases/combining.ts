import type { GoalLine, GoalView } from "../contract/goal";
import { countsInParent } from "../domain/goal-states";
import { withholdFor } from "../domain/withhold";
import type { VisibleGoal } from "./permissions";
import type { GoalRow } from "./store-ports";

/**
 * What a goal's number is made of. A weighted parent names its parts, so that who opens the number finds what adds up to
 * it; a child without a number is among them with the reason.
 */
export function combiningOf(
  { row, sight }: VisibleGoal,
  childRows: readonly GoalRow[],
  lines: readonly GoalLine[],
): GoalView["combining"] {
  if (row.goal.combine === "union") return { kind: "union" };
  const counting = childRows.filter(({ goal }) => countsInParent(goal));
  const visible = new Map(lines.map((line) => [line.id, line]));
  const children = counting.flatMap(({ goal }) => {
    const line = visible.get(goal.id);
    if (line === undefined) return [];
    return [{ goalId: goal.id, weight: goal.weight, number: line.progress.number }];
  });
  const own = row.rollup?.weighted?.own ?? null;
  const hidden = row.rollup === null ? 0 : sight.hiddenOf(row.rollup);
  return {
    kind: "weighted",
    own: own === null ? null : { weight: row.goal.ownWeight, number: numberFor(hidden, own) },
    children,
    hiddenChildren: counting.length - children.length,
  };
}

function numberFor(hidden: number, own: Parameters<typeof withholdFor>[1]) {
  const { progress, exact } = withholdFor(hidden, own);
  return progress.kind === "value" ? { ...progress, exact } : progress;
}
