import * as z from "zod/mini";
import { accountId, day, goalId, instant, issueId, linkId } from "./ids";
import { progressNumber, progressView } from "./progress";
import { countingRule, goalState } from "./words";

export const linkView = z.object({
  id: linkId,
  kind: z.enum(["issue", "rule"]),
  /** Issue links: with all descendants, or only this issue. Rules: exactly the matches, or their descendants too. */
  descendants: z.boolean(),
  /** The issue's id (issue links); null when the viewer may not see the issue. */
  issueId: z.nullable(issueId),
  /** The issue's key and title as the viewer sees them; null when hidden. */
  issueKey: z.nullable(z.string()),
  issueTitle: z.nullable(z.string()),
  jql: z.nullable(z.string()),
  /** Issues this link brings to the goal by itself; null while it is being read or when C15 withholds it. */
  brings: z.nullable(z.number()),
  /** Jira's message when the rule was refused; its last members stay. */
  broken: z.nullable(z.string()),
  createdAt: instant,
});
export type LinkView = z.infer<typeof linkView>;

/** One line of a list of goals. */
export const goalLine = z.object({
  id: goalId,
  parentId: z.nullable(goalId),
  title: z.string(),
  owner: z.nullable(accountId),
  ownerName: z.nullable(z.string()),
  state: goalState,
  rule: countingRule,
  targetDay: z.nullable(day),
  archived: z.boolean(),
  mayEdit: z.boolean(),
  progress: progressView,
});
export type GoalLine = z.infer<typeof goalLine>;

/**
 * How the number of a goal is made of those below it. Weighted parents have no items that add up to their number, but
 * parts: the own links, and the children that count; children the viewer may not see are a number only.
 */
const combiningView = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("union") }),
  z.object({
    kind: z.literal("weighted"),
    own: z.nullable(z.object({ weight: z.number(), number: progressNumber })),
    children: z.array(z.object({ goalId, weight: z.number(), number: progressNumber })),
    hiddenChildren: z.number(),
  }),
]);

export const goalView = z.object({
  line: goalLine,
  why: z.string(),
  countSubTasks: z.boolean(),
  weight: z.number(),
  combining: combiningView,
  startDay: z.nullable(day),
  /** Optimistic lock: an edit names the version it was based on. */
  version: z.number(),
  ruleVersion: z.number(),
  createdAt: instant,
  updatedAt: instant,
  links: z.array(linkView),
  parents: z.array(z.object({ id: goalId, title: z.string() })),
  children: z.array(goalLine),
});
export type GoalView = z.infer<typeof goalView>;

export const rulePreview = z.object({ approximateCount: z.number() });

export const goalChoice = z.object({
  id: goalId,
  title: z.string(),
  state: goalState,
  ownerName: z.nullable(z.string()),
  parentTitle: z.nullable(z.string()),
  mayEdit: z.boolean(),
});
export type GoalChoice = z.infer<typeof goalChoice>;
/** All goals the viewer may see; a goal whose parent is hidden from the viewer appears at the top level. */
export const goalList = z.object({
  goals: z.array(goalLine),
  mayCreate: z.boolean(),
});
export const peopleFound = z.object({
  people: z.array(z.object({ accountId, name: z.string() })),
});
