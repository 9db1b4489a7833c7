import * as z from "zod/mini";
import { accountId, day, goalId, idempotencyKey, instant, issueId, issueKey, linkId } from "./ids";
import { combineNames, countingRule, goalState, itemClass } from "./words";

const titleLimit = 255;
const whyLimit = 5000;
const jqlLimit = 2000;
const weight = z.int().check(z.minimum(0), z.maximum(1000));

/** What a person writes about a goal. A title of more than 255 characters is refused with the field's name. */
const goalDraft = z.object({
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

/** Longest list of resolutions; a Jira site has a few dozen. */
const mostResolutions = 200;

export const settingsView = z.object({
  /** IANA name, "Europe/Berlin". */
  timeZone: z.string().check(z.trim(), z.minLength(1), z.maxLength(64)),
  droppedResolutions: z
    .array(z.string().check(z.trim(), z.minLength(1), z.maxLength(255)))
    .check(z.maxLength(mostResolutions)),
  /** Null: found by type and name. */
  estimateFieldIds: z.nullable(
    z
      .array(z.string().check(z.regex(/^customfield_\d{1,12}$/)))
      .check(z.minLength(1), z.maxLength(10)),
  ),
  /** Share of the app's points an hour that background reading may use, 0.05 to 1. */
  pointsShare: z.number().check(z.minimum(0.05), z.maximum(1)),
  goalMakers: z.enum(["everyone", "administrators"]),
});
export type SettingsView = z.infer<typeof settingsView>;

const key = idempotencyKey;
const ofGoal = z.object({ goalId });
const ofRule = { jql: z.string().check(z.trim(), z.minLength(1), z.maxLength(jqlLimit)) };
const nothing = z.object({});

/** What the browser asks by each call. */
export const requests = {
  createGoal: z.object({ key, goal: goalDraft }),
  editGoal: z.object({ key, goalId, version: z.number(), goal: goalDraft }),
  moveGoal: z.object({ key, goalId, version: z.number(), parentId: z.nullable(goalId) }),
  archiveGoal: z.object({ key, goalId, version: z.number(), archived: z.boolean() }),
  linkIssue: z.object({ key, goalId, issueKey, descendants: z.boolean() }),
  /** Many issues at once: pasted keys, split by the browser. */
  linkIssues: z.object({
    key,
    goalId,
    issueKeys: z.array(z.string().check(z.maxLength(80))).check(z.minLength(1), z.maxLength(500)),
    descendants: z.boolean(),
  }),
  linkRule: z.object({ key, goalId, ...ofRule, descendants: z.boolean() }),
  unlink: z.object({ key, goalId, linkId }),
  /** A rule tried before it is saved: how many issues the person sees by it. */
  previewRule: z.object(ofRule),
  recomputeGoal: ofGoal,
  getGoal: ofGoal,
  listGoals: z.object({ includeArchived: z.boolean() }),
  searchGoals: z.object({ query: z.string().check(z.maxLength(200)), limit: upTo(50) }),
  searchPeople: z.object({ query: z.string().check(z.maxLength(100)) }),
  goalProgress: ofGoal,
  goalItems: z.object({
    goalId,
    /** Continue after this issue id; absent for the first page. Items come in ascending issue id. */
    after: z.optional(issueId),
    limit: upTo(100),
  }),
  goalEvidence: z.object({ goalId, at: z.optional(instant) }),
  goalLedger: z.object({ goalId, from: instant, to: z.optional(instant) }),
  goalHistory: ofGoal,
  evidenceItems: z.object({
    goalId,
    at: z.optional(instant),
    filter: z.object({
      classes: z.optional(z.array(itemClass)),
      unsized: z.optional(z.boolean()),
      /** Exactly these issues: those under a bar of the ledger or a line of the bill. */
      issueIds: z.optional(z.array(issueId).check(z.maxLength(500))),
    }),
    /** Continue after this issue id. Items come in ascending issue id. */
    after: z.optional(issueId),
    limit: upTo(500),
  }),
  getSettings: nothing,
  saveSettings: z.object({ key, version: z.number(), settings: settingsView }),
  getSyncHealth: nothing,
  /** Every goal is read from Jira again; says how many. */
  readEverything: z.object({ key }),
  projectGoals: z.object({ projectId: z.string().check(z.regex(/^\d{1,18}$/)) }),
  issueGoals: z.object({ issueId }),
} as const;

function upTo(most: number) {
  return z.int().check(z.minimum(1), z.maximum(most));
}
