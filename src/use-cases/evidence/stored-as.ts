import type { Item } from "../../domain/item";
import { rollUp } from "../../domain/roll-up";
import { versionsOf } from "../figures";
import type { StoredRollup } from "../store-ports";
import type { KnownScope } from "./known-scope";
import type { Standing } from "./standing";

/** A state of a goal as if it were the stored one, over these of its issues in the projects where they are today. */
export function storedAs(
  { goal, scope, rollup, standings }: KnownScope,
  items: readonly Item[],
): StoredRollup {
  const issueIds = items.map(({ id }) => id);
  return {
    ...nothingStored,
    ...placesOf(issueIds, standings),
    goalId: goal.id,
    rollup,
    ruleVersion: goal.ruleVersion,
    computedAt: scope.asOf,
    poolVersions: versionsOf(scope.pools),
  };
}

/** How many of these issues are in which project, and which of them have a security level. */
export function placesOf(
  issueIds: readonly string[],
  standings: ReadonlyMap<string, Standing>,
): Pick<StoredRollup, "leavesByProject" | "securedLeaves"> {
  const leavesByProject: Record<string, number> = {};
  const securedLeaves: Record<string, string[]> = {};
  for (const id of issueIds) {
    const standing = standings.get(id);
    if (standing === undefined) continue;
    const { projectId, secured } = standing;
    leavesByProject[projectId] = (leavesByProject[projectId] ?? 0) + 1;
    if (secured) (securedLeaves[projectId] ??= []).push(id);
  }
  return { leavesByProject, securedLeaves };
}

/** The stored state of a goal without work. */
export const nothingStored: StoredRollup = {
  goalId: "0",
  rollup: rollUp([], "count", {}),
  weighted: null,
  spread: null,
  leavesByProject: {},
  securedLeaves: {},
  ruleVersion: 0,
  computedAt: new Date(0),
  poolVersions: {},
  nextSettleAt: null,
};
