import * as z from "zod/mini";
import { accountId, day, goalId, idempotencyKey, instant, issueId, issueKey, linkId } from "./ids";
import { progressNumber, progressView } from "./progress";

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
export const combineNames = ["union", "weighted"] as const;
const weight = z.int().check(z.minimum(0), z.maximum(1000));
export const countingRules = ["count", "points", "time"] as const;
export const countingRule = z.enum(countingRules);
export type CountingRuleName = z.infer<typeof countingRule>;
export type GoalStateName = z.infer<typeof goalState>;

const titleLimit = 255;
const whyLimit = 5000;
const jqlLimit = 2000;

/** What a person writes about a goal. A title of more than 255 characters is refused with the field's name. */
export const goalDraft = z.object({
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(titleLimit)),
  why: z.string().check(z.trim(), z.maxLength(whyLimit)),
  owner: z.nullable(accountId),
  state: goalState,
  rule: countingRule,
  countSubTasks: z.boolean(),
  /** Absent: as it was; a new goal is the union of its own and its children's work, and weighs 1. */
  combine: z.optional(z.enum(combineNames)),
  weight: z.optional(weight),
  ownWeight: z.optional(weight),
  startDay: z.nullable(day),
  targetDay: z.nullable(day),
  parentId: z.nullable(goalId),
});
export type GoalDraft = z.infer<typeof goalDraft>;

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

export const createGoalRequest = z.object({
  key: idempotencyKey,
  goal: goalDraft,
});
export const editGoalRequest = z.object({
  key: idempotencyKey,
  goalId,
  version: z.number(),
  goal: goalDraft,
});
export const moveGoalRequest = z.object({
  key: idempotencyKey,
  goalId,
  version: z.number(),
  parentId: z.nullable(goalId),
});
export const archiveGoalRequest = z.object({
  key: idempotencyKey,
  goalId,
  version: z.number(),
  archived: z.boolean(),
});
export const goalSaved = z.object({ goalId, version: z.number() });

export const linkIssueRequest = z.object({
  key: idempotencyKey,
  goalId,
  issueKey,
  descendants: z.boolean(),
});
/** Many issues at once: pasted keys, split by the browser. */
export const linkIssuesRequest = z.object({
  key: idempotencyKey,
  goalId,
  issueKeys: z.array(z.string().check(z.maxLength(80))).check(z.minLength(1), z.maxLength(500)),
  descendants: z.boolean(),
});
export const linkIssuesResult = z.object({
  linked: z.array(z.string()),
  alreadyLinked: z.array(z.string()),
  /** Not existing or not visible to the person: the two are not told apart. */
  notFound: z.array(z.string()),
});
export const linkRuleRequest = z.object({
  key: idempotencyKey,
  goalId,
  jql: z.string().check(z.trim(), z.minLength(1), z.maxLength(jqlLimit)),
  descendants: z.boolean(),
});
export const unlinkRequest = z.object({ key: idempotencyKey, goalId, linkId });
export const linkSaved = z.object({ goalId, linkId });
export const unlinked = z.object({ goalId });
/** A rule tried before it is saved: how many issues the person sees by it. */
export const previewRuleRequest = z.object({
  jql: z.string().check(z.trim(), z.minLength(1), z.maxLength(jqlLimit)),
});
export const rulePreview = z.object({ approximateCount: z.number() });

export const searchGoalsRequest = z.object({
  query: z.string().check(z.maxLength(200)),
  /** Leave out goals that already have this issue as a direct link. */
  limit: z.int().check(z.minimum(1), z.maximum(50)),
});
export const goalChoice = z.object({
  id: goalId,
  title: z.string(),
  state: goalState,
  ownerName: z.nullable(z.string()),
  parentTitle: z.nullable(z.string()),
  mayEdit: z.boolean(),
});
export type GoalChoice = z.infer<typeof goalChoice>;
export const goalIdRequest = z.object({ goalId });
export const listGoalsRequest = z.object({ includeArchived: z.boolean() });
/** All goals the viewer may see; a goal whose parent is hidden from the viewer appears at the top level. */
export const goalList = z.object({
  goals: z.array(goalLine),
  mayCreate: z.boolean(),
});
export const searchPeopleRequest = z.object({
  query: z.string().check(z.maxLength(100)),
});
export const peopleFound = z.object({
  people: z.array(z.object({ accountId, name: z.string() })),
});
