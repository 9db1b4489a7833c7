import * as z from "zod/mini";
import { day, goalId, instant, issueId } from "./ids";
import { itemView, noNumberReason, progressNumber, progressView } from "./progress";
import { combineNames } from "./words";

/** The rules of the spread, in the order in which they are shown. */
const spreadRuleNames = [
  "done-children",
  "half-for-active",
  "sub-tasks",
  "points-naive",
  "points-with-container",
  "count",
  "count-strict",
  "points-sized",
  "points",
  "time",
] as const;
const noShareReasons = [
  "no-work",
  "no-sub-tasks",
  "nothing-sized",
  "no-size",
  "all-dropped",
  "too-few-sized",
] as const;

/** Progress under every rule, as shares between 0 and 1; a rule without a number says why. */
export const spreadView = z.object({
  values: z.array(
    z.object({
      rule: z.enum(spreadRuleNames),
      value: z.nullable(z.number()),
      why: z.nullable(z.enum(noShareReasons)),
    }),
  ),
  lowest: z.nullable(z.number()),
  highest: z.nullable(z.number()),
  /** The rules differ by more than 15 points of percent. */
  dependsOnRule: z.boolean(),
});
export type SpreadView = z.infer<typeof spreadView>;

/**
 * What kind of knowledge a state of the goal is. `now`: as the goal stands. `replayed`: rebuilt from changelogs and the
 * goal's own log. `estimated`: some issues' changelogs are not read yet, so of these only today's fields, the creation
 * and the entry into Done are known.
 */
export const pastView = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("now") }),
  z.object({
    kind: z.enum(["replayed", "estimated"]),
    /** Before the goal's creation its present links are applied to the past. */
    beforeGoal: z.boolean(),
    /** Issues whose changelog contradicts itself or today's fields. */
    inconsistent: z.number(),
    /** Issues of which no changelog was read. */
    unread: z.number(),
    /** Links whose rule was answered by its members of today, because it cannot be asked of the past. */
    byToday: z.array(z.string()),
  }),
]);
export type PastView = z.infer<typeof pastView>;

/** What makes the interval wider; each has one fix. */
const defectNames = ["unsized", "empty-container", "open-sub-task"] as const;
/** Poor data that the interval does not see. */
const markNames = [
  "stale-in-progress",
  "done-without-resolution",
  "done-above-open",
  "open-above-done",
] as const;

/** Issues the viewer may see, by id and key; what is hidden from them is a number only. */
const issues = z.array(z.object({ issueId, key: z.string() }));
const hidden = z.number();

/**
 * The uncertainty bill. Steps are the greedy fixes, those of one defect joined: mending them in their order takes the
 * interval from `from` to `to` (widths, shares of 1). Null where C15 withholds it.
 */
export const billView = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("bill"),
    width: z.number(),
    fixes: z.array(
      z.object({
        defect: z.enum(defectNames),
        issues,
        hidden,
        count: z.number(),
        from: z.number(),
        to: z.number(),
      }),
    ),
    /** What is left once all is mended: only time settles it. */
    rest: z.number(),
    withoutEffect: z.array(
      z.object({
        defect: z.union([z.enum(defectNames), z.enum(markNames)]),
        issues,
        hidden,
        count: z.number(),
      }),
    ),
  }),
  z.object({ kind: z.literal("none"), why: noNumberReason }),
]);
export type BillView = z.infer<typeof billView>;

/** How many issues became the base of the number; null in full where C15 withholds it. */
const makingView = z.object({
  /** Issues in scope, each once. */
  inScope: z.number(),
  containers: z.number(),
  folded: z.number(),
  leaves: z.number(),
  dropped: z.number(),
});

export const goalEvidence = z.object({
  goalId,
  title: z.string(),
  state: z.string(),
  rule: z.string(),
  ruleVersion: z.number(),
  countSubTasks: z.boolean(),
  /** Of a weighted parent there is neither spread nor making nor bill: its number is made of its children's. */
  combine: z.enum(combineNames),
  targetDay: z.nullable(day),
  createdAt: instant,
  /** For whom C15 withholds exact shares the beginning of the day (UTC) of the past instant that was asked for. */
  at: instant,
  past: pastView,
  progress: progressView,
  spread: z.nullable(spreadView),
  making: z.nullable(makingView),
  bill: z.nullable(billView),
  /** The same day as it was seen then; null when no snapshot was taken. */
  seenThen: z.nullable(
    z.object({
      day,
      number: progressNumber,
      computedAt: instant,
    }),
  ),
});
export type GoalEvidence = z.infer<typeof goalEvidence>;

export const causeNames = [
  "finished",
  "reopened",
  "added",
  "removed",
  "dropped",
  "re-estimated",
  "re-parented",
  "rule-changed",
  "settings-and-pool",
] as const;
export type CauseName = (typeof causeNames)[number];

export const goalLedger = z.object({
  /** As of when the two states are; past ones at the beginning of their day (UTC) where C15 withholds exact shares. */
  from: instant,
  to: instant,
  pasts: z.object({ from: pastView, to: pastView }),
  ledger: z.discriminatedUnion("kind", [
    z.object({
      kind: z.literal("ledger"),
      /** Headlines, between 0 and 1; rounded to whole percent when `exact` is false (C15). */
      start: z.number(),
      end: z.number(),
      exact: z.boolean(),
      /** All nine causes in their order; the shares add up to end − start. */
      entries: z.array(
        z.object({
          cause: z.enum(causeNames),
          share: z.number(),
          /** Items under the bar, greatest share first, at most 500; null where C15 withholds them. */
          items: z.nullable(
            z.array(z.object({ issueId, key: z.string(), title: z.string(), share: z.number() })),
          ),
          /** What the viewer may not see, as one row; and what did not fit. */
          hidden: z.nullable(z.object({ count: z.number(), share: z.number() })),
          more: z.nullable(z.object({ count: z.number(), share: z.number() })),
        }),
      ),
      cutScope: z.boolean(),
    }),
    /** A weighted parent's number is made of its children's; each child has a ledger of its own. */
    z.object({ kind: z.literal("weighted") }),
    z.object({ kind: z.literal("no-number"), side: z.enum(["start", "end"]), why: noNumberReason }),
  ]),
});
export type GoalLedger = z.infer<typeof goalLedger>;

/** The course of the number, for the slider of the time machine. */
export const goalHistory = z.object({
  /** From the creation of the first issue of the scope to now; null for a goal without work. */
  firstAt: z.nullable(instant),
  now: instant,
  createdAt: instant,
  /** In ascending time; `observed` points are daily snapshots, the others are rebuilt. */
  points: z.array(
    z.object({
      at: instant,
      source: z.enum(["observed", "replayed", "estimated"]),
      /** Null when there was no number. */
      headline: z.nullable(z.number()),
      low: z.nullable(z.number()),
      high: z.nullable(z.number()),
    }),
  ),
});
export type GoalHistory = z.infer<typeof goalHistory>;

/** The items of a goal as of an instant, filtered; the same view as goalItems. */
export const evidenceItems = z.object({
  items: z.array(itemView),
  next: z.nullable(issueId),
  /** Leaves that pass the filter and the viewer may see, over all pages; null where C15 withholds it. */
  matching: z.nullable(z.number()),
});
export type EvidenceItems = z.infer<typeof evidenceItems>;
