import * as z from "zod/mini";
import { goalId, instant, issueId } from "./ids";
import { itemClass } from "./words";

/**
 * Why there is no number. `no-work`: nothing is linked. `all-dropped`: every leaf left. `no-size`: all sizes are 0.
 * `too-few-sized`: under points or time an unsized leaf has no pool of at least 5 sized issues. `being-read`: the
 * scope is not complete yet.
 */
const noNumberReasons = [
  "no-work",
  "all-dropped",
  "no-size",
  "too-few-sized",
  "being-read",
] as const;
export const noNumberReason = z.enum(noNumberReasons);
export type NoNumberReason = z.infer<typeof noNumberReason>;

/** Shares between 0 and 1. `exact` false: rounded to whole percent because 1 to 4 items are hidden (C15). */
export const progressNumber = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("value"),
    headline: z.number(),
    low: z.number(),
    high: z.number(),
    exact: z.boolean(),
  }),
  z.object({ kind: z.literal("none"), why: noNumberReason }),
]);
export type ProgressNumber = z.infer<typeof progressNumber>;

const classTotal = z.object({
  count: z.number(),
  /** Sum of the sizes used, in issues, points or seconds; null where an unsized leaf has no pool. */
  size: z.nullable(z.number()),
});
export const classTotals = z.object({
  confirmed: classTotal,
  claimed: classTotal,
  active: classTotal,
  todo: classTotal,
  dropped: classTotal,
});
export type ClassTotals = z.infer<typeof classTotals>;

/**
 * What the viewer learns of items hidden from them: nothing hidden; 1 to 4 hidden (only that some are);
 * or the number, with the size of the whole.
 */
export const hiddenItems = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("none") }),
  z.object({ kind: z.literal("some") }),
  z.object({ kind: z.literal("counted"), hidden: z.number(), of: z.number() }),
]);
export type HiddenItems = z.infer<typeof hiddenItems>;

/**
 * Why a reading does not go on, and until when. `budget`: the site's share of Jira's points for reading in the
 * background is used up this hour. `quota`: Jira refused, because the points of the app on all sites are.
 */
export const readingPause = z.object({ why: z.enum(["budget", "quota"]), until: instant });
export type ReadingPause = z.infer<typeof readingPause>;

/** Where the numbers stand: complete, or being read (with what is known of the way), or waiting for the queue. */
export const readingState = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("current") }),
  z.object({ kind: z.literal("queued"), pause: z.nullable(readingPause) }),
  z.object({
    kind: z.literal("reading"),
    read: z.number(),
    about: z.nullable(z.number()),
    pause: z.nullable(readingPause),
  }),
  /** Jira's words about a rule that it refuses; null for those whom the goal does not belong to. */
  z.object({ kind: z.literal("broken"), detail: z.nullable(z.string()) }),
]);
export type ReadingState = z.infer<typeof readingState>;

export const progressView = z.object({
  number: progressNumber,
  /** Null where C15 withholds them (1 to 4 hidden items) and before the first rollup. */
  classes: z.nullable(classTotals),
  /** Leaves without a size of their own; null where withheld. */
  unsized: z.nullable(z.number()),
  hidden: hiddenItems,
  /** When the rollup was computed; null before the first. */
  asOf: z.nullable(instant),
  reading: readingState,
});
export type ProgressView = z.infer<typeof progressView>;

/** Why an item is in its class, as a closed list; the sentence lives in static. */
const classReasons = [
  "done-settled",
  "done-not-settled",
  "done-open-sub-task",
  "done-since-unknown",
  "in-progress",
  "not-started",
  "done-dropped-resolution",
] as const;
export const classReason = z.enum(classReasons);
export type ClassReasonName = z.infer<typeof classReason>;

const sizeSources = [
  "counted",
  "own-points",
  "own-estimate",
  "sub-task-estimates",
  "pool-type",
  "pool-project",
  "container-pool",
  "container-default",
  "none",
] as const;
export const sizeSource = z.enum(sizeSources);
export type SizeSourceName = z.infer<typeof sizeSource>;

/** One leaf of a goal's scope as the list shows it. */
export const itemView = z.object({
  issueId,
  key: z.string(),
  title: z.string(),
  projectKey: z.string(),
  class: itemClass,
  reason: classReason,
  /** Since when the item is Done; null when it is not, or unknown. */
  since: z.nullable(instant),
  resolution: z.nullable(z.string()),
  /** The size used; null where an unsized leaf has no pool. */
  size: z.nullable(z.number()),
  unsized: z.boolean(),
  sizeSource,
  /** Share of the headline this item contributes (0 for what is not done); null where C15 withholds it. */
  contribution: z.nullable(z.number()),
});
export type ItemView = z.infer<typeof itemView>;

/** The last row: all that the viewer may not see, as one; present only when at least 5 are hidden. */
const hiddenRow = z.object({
  count: z.number(),
  size: z.nullable(z.number()),
  contribution: z.number(),
});

export const goalItems = z.object({
  items: z.array(itemView),
  /** Issue id to continue after; null on the last page. */
  next: z.nullable(issueId),
  /** On the last page only. */
  hiddenRow: z.nullable(hiddenRow),
  progress: progressView,
  settleDays: z.array(
    z.object({
      projectKey: z.string(),
      days: z.number(),
      reopenings: z.number(),
    }),
  ),
  /** Versions of the size pools used, for the receipt. */
  pools: z.array(
    z.object({
      projectKey: z.string(),
      version: z.string(),
      sized: z.number(),
    }),
  ),
});
export type GoalItems = z.infer<typeof goalItems>;

/** What a gadget needs in one call. */
export const goalProgress = z.object({
  goalId,
  title: z.string(),
  state: z.string(),
  rule: z.string(),
  targetDay: z.nullable(z.string()),
  progress: progressView,
  /** What the counting rules make of the same work; null for a weighted parent and without a number. */
  spread: z.nullable(
    z.object({
      lowest: z.number(),
      highest: z.number(),
      /** The rules differ by more than 15 points of percent. */
      dependsOnRule: z.boolean(),
    }),
  ),
});
export type GoalProgress = z.infer<typeof goalProgress>;
