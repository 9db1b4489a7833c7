import { combineNames, countingRules, goalState } from "../../contract/words";
import type { Goal, GoalLink } from "../../domain/goal";
import type { AuditEntry } from "../store-ports";

/** A goal with what its own log tells of its past, oldest first, and the links that it has today. */
export type GoalLog = {
  readonly goal: Goal;
  readonly entries: readonly AuditEntry[];
  readonly links: readonly GoalLink[];
};

/** The goal as it was: today's with all later changes undone. Words that no number depends on are today's. */
export function goalAsOf({ goal, entries }: Pick<GoalLog, "goal" | "entries">, at: Date): Goal {
  return entries.filter((entry) => entry.at > at).reduceRight(undone, goal);
}

function undone(goal: Goal, { details }: AuditEntry): Goal {
  const was = (key: string) => formerOf(details[key]);
  const isOtherRule = ruleKeys.some((key) => was(key) !== undefined);
  return {
    ...goal,
    rule: oneOf(countingRules, was("rule")) ?? goal.rule,
    combine: oneOf(combineNames, was("combine")) ?? goal.combine,
    state: oneOf(goalState.options, was("state")) ?? goal.state,
    countSubTasks: flag(was("countSubTasks")) ?? goal.countSubTasks,
    archived: flag(was("archived")) ?? goal.archived,
    weight: number(was("weight")) ?? goal.weight,
    ownWeight: number(was("ownWeight")) ?? goal.ownWeight,
    parentId: textOrNull(was("parentId"), goal.parentId),
    targetDay: textOrNull(was("targetDay"), goal.targetDay),
    ruleVersion: goal.ruleVersion - (isOtherRule ? 1 : 0),
  };
}

/** What a change of one of these counts as a new version of the rule. */
const ruleKeys = ["rule", "countSubTasks", "combine", "ownWeight"];

/** The log tells each change as {from, to}; undefined where it tells of none. */
function formerOf(change: unknown): unknown {
  return typeof change === "object" && change !== null && "from" in change
    ? change.from
    : undefined;
}

const oneOf = <T extends string>(names: readonly T[], value: unknown): T | undefined =>
  names.find((name) => name === value);
const flag = (value: unknown) => (typeof value === "boolean" ? value : undefined);
const number = (value: unknown) => (typeof value === "number" ? value : undefined);
const textOrNull = (value: unknown, otherwise: string | null) =>
  typeof value === "string" || value === null ? value : otherwise;
