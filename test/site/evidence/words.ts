import type { CauseName, SpreadView } from "../../../src/contract/evidence";
import type {
  ClassReasonName,
  NoNumberReason,
  SizeSourceName,
} from "../../../src/contract/progress";
import type { ItemClassName } from "../../../src/contract/words";

/** What a terminal says for the words of the contract. */
export const noNumberWords: Readonly<Record<NoNumberReason, string>> = {
  "no-work": "nothing is linked",
  "all-dropped": "every item was dropped",
  "no-size": "all items have size 0",
  "too-few-sized":
    "an item has no size, and its project has fewer than 5 sized issues to draw one from; --rule count needs none",
  "being-read": "the work is still being read",
};

export const classWords: Readonly<Record<ItemClassName, string>> = {
  confirmed: "Done, settled, nothing open below",
  claimed: "Done, not yet to be relied upon",
  active: "in progress",
  todo: "not started",
  dropped: "Done without being done; counted nowhere",
};

export const reasonWords: Readonly<Record<ClassReasonName, string>> = {
  "done-settled": "Done",
  "done-not-settled": "Done, not settled yet,",
  "done-open-sub-task": "Done with an open sub-task",
  "done-since-unknown": "Done, nobody knows since when",
  "in-progress": "in progress",
  "not-started": "not started",
  "done-dropped-resolution": "dropped by its resolution",
};

export const sourceWords: Readonly<Record<SizeSourceName, string>> = {
  counted: "one item",
  "own-points": "its story points",
  "own-estimate": "its estimate",
  "sub-task-estimates": "its sub-tasks' estimates",
  "pool-type": "median of its type",
  "pool-project": "median of its project",
  "container-pool": "median of such containers",
  "container-default": "an empty container counts as one",
  none: "none",
};

type SpreadValue = SpreadView["values"][number];

export const spreadWords: Readonly<Record<SpreadValue["rule"], string>> = {
  "done-children": "done items, dropped ones among them",
  "half-for-active": "items in progress are half done",
  "sub-tasks": "done sub-tasks",
  "points-naive": "points of items that have some, dropped ones among them",
  "points-with-container": "the same with the points of epics and other parents",
  count: "items, without dropped ones",
  "count-strict": "the same, with an open sub-task an item is not done",
  "points-sized": "points, without dropped and unsized items",
  points: "points, without dropped items, unsized ones at the median",
  time: "original estimates, without dropped items, unsized ones at the median",
};

export const noShareWords: Readonly<Record<NonNullable<SpreadValue["why"]>, string>> = {
  "no-work": "nothing is linked",
  "no-sub-tasks": "there is no sub-task",
  "nothing-sized": "no item has points",
  "no-size": "all items have size 0",
  "all-dropped": "every item was dropped",
  "too-few-sized": "too few sized issues to draw a size from",
};

export const causeWords: Readonly<Record<CauseName, string>> = {
  finished: "finished",
  reopened: "reopened",
  added: "added",
  removed: "removed",
  dropped: "dropped",
  "re-estimated": "re-estimated",
  "re-parented": "re-parented",
  "rule-changed": "rule changed",
  "settings-and-pool": "settings and pool",
};
