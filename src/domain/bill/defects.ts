import { isSettled, type Leaf } from "../leaves";
import type { ScopeAsOf } from "../scope-state";
import { sizingOf } from "../sizing";
import type { Weighed } from "./band";

/** What makes the interval wider than it need be. Each defect has one fix. */
export type Defect = "unsized" | "empty-container" | "open-sub-task";

/**
 * The defects of a leaf that is not dropped (those leave both sides of the fraction). An open sub-task is one only where
 * closing it would confirm its parent: one that is Done for less than the settle time waits for that anyway.
 */
export function defectsOf({ item, role, dropped }: Leaf, scope: ScopeAsOf): readonly Defect[] {
  if (dropped) return [];
  const defects: Defect[] = [];
  const sizing = sizingOf(item, role, scope.rule, scope.pools);
  if (sizing.kind !== "own") defects.push(role === "leaf" ? "unsized" : role);
  const isOpenBelow = item.category === "done" && item.openSubTasks > 0;
  if (isOpenBelow && isSettled(item, scope)) defects.push("open-sub-task");
  return defects;
}

/** A leaf once a defect is mended: sized at the median of its pool, or confirmed. */
export function mended(weighed: Weighed, defect: Defect): Weighed {
  if (defect === "open-sub-task") return { ...weighed, itemClass: "confirmed" };
  return { ...weighed, p10: weighed.median, p90: weighed.median };
}
