import { subMinutes } from "date-fns";
import type { Pools } from "../../domain/size-pool";
import type { StoredRollup } from "../store-ports";
import type { RolledGoal } from "./roll-ports";

/** Longer than it takes from the change of a goal to the mark that has it computed anew. */
const editMinutes = 15;

/** Whether somebody else is at the goal: it waits to be computed, its links are being read, or it was just changed. */
export function isBeingChanged(
  { goal, rollup, reading, sequence, rolled }: RolledGoal,
  now: Date,
): boolean {
  if (sequence > rolled) return true;
  if (reading !== null && reading.kind !== "complete") return true;
  const isComputed = rollup !== null && rollup.computedAt >= goal.updatedAt;
  return !isComputed && goal.updatedAt > subMinutes(now, editMinutes);
}

/** A number that was made from other pools than these can neither be right nor wrong by them. */
export function canBeJudged({ rollup }: RolledGoal, pools: Pools): boolean {
  return Object.entries(rollup?.poolVersions ?? {}).every(
    ([projectId, version]) => pools[projectId]?.version === version,
  );
}

/** Whether a number says the same as another, whenever either was computed. */
export function isSameNumber(one: StoredRollup, other: StoredRollup): boolean {
  return textOf(judgedOf(one)) === textOf(judgedOf(other));
}

function judgedOf(stored: StoredRollup) {
  const { rollup, weighted, spread, ruleVersion } = stored;
  const { leavesByProject, securedLeaves, nextSettleAt } = stored;
  return { rollup, weighted, spread, ruleVersion, leavesByProject, securedLeaves, nextSettleAt };
}

/** JSON that does not depend on the order of keys. */
const textOf = (value: object) =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
