import * as z from "zod/mini";

const goalStates = [
  "candidate",
  "committed",
  "achieved",
  "partly-achieved",
  "missed",
  "dropped",
  "carried-over",
] as const;
export const goalState = z.enum(goalStates);
export type GoalStateName = z.infer<typeof goalState>;

export const countingRules = ["count", "points", "time"] as const;
export const countingRule = z.enum(countingRules);
export type CountingRuleName = z.infer<typeof countingRule>;

export const combineNames = ["union", "weighted"] as const;

export const itemClasses = ["confirmed", "claimed", "active", "todo", "dropped"] as const;
export const itemClass = z.enum(itemClasses);
export type ItemClassName = z.infer<typeof itemClass>;
