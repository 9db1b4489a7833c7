import type { Problem, ProblemKind } from "../src/contract/answer";
import type { ClassReasonName, NoNumberReason, SizeSourceName } from "../src/contract/progress";
import type { ItemClassName } from "../src/contract/words";
import { clockText } from "./parts/clock-text";

const problems: Readonly<Record<ProblemKind, string>> = {
  "invalid-request": "Something in the form cannot be accepted as it is.",
  "not-allowed": "Only the goal's owner or a Jira administrator can change this goal.",
  "no-such-goal":
    "This goal does not exist, or you may not see it. Ask its owner for access to its projects.",
  "no-such-issue": "No issue of this key exists, or you may not see it.",
  archived: "This goal is archived. Restore it to change it.",
  "changed-meanwhile": "Somebody else saved this goal while you were editing it.",
  "parent-cycle": "A goal cannot be placed under itself or under one of its own sub-goals.",
  "too-deep": "Goals can be nested up to seven levels. Choose a goal further up.",
  "target-before-start": "The target date is before the start date.",
  "bad-jql": "Jira does not accept this JQL.",
  "too-many": "That is more than fits into one step. Do it in smaller parts.",
  "rate-limited": "Jira asked us to slow down. Try again in a minute.",
  unavailable: "Throughline did not get an answer. Nothing was lost; try again.",
};

/** The user's sentence for a refusal; Jira's own words take the place of ours where there are some. */
export function sentenceFor(problem: Problem): string {
  if (problem.kind === "bad-jql" && problem.detail !== undefined) return problem.detail;
  if (problem.kind === "rate-limited" && problem.until !== undefined) {
    return `Jira’s quota for this hour is used up. Try again after ${clockText(problem.until)}.`;
  }
  return problems[problem.kind];
}

/** What a view says while Jira wants no more questions: it needs nobody's hand. */
export function slowDownSentence({ until }: Problem): string {
  return until === undefined
    ? "Jira asked Throughline to slow down; the next try comes by itself in a minute."
    : `Jira’s quota for this hour is used up. Nothing is lost; the next try comes by itself after ${clockText(until)}.`;
}

export type RefusalSentences = Partial<Readonly<Record<ProblemKind, string>>>;

/** A gadget can only be pointed elsewhere. */
export const gadgetRefusals: RefusalSentences = {
  archived:
    "This goal was archived. Choose another one: open the menu of this gadget, then Configure.",
  "no-such-goal":
    "This goal does not exist any more, or you may not see it. Its owner can give you access; or choose another one in the menu of this gadget, under Configure.",
};

export const whyNoNumber: Readonly<Record<NoNumberReason, string>> = {
  "no-work": "No work is linked yet. Progress appears when issues are linked.",
  "all-dropped": "All linked work was dropped, so nothing is left to count.",
  "no-size": "Every linked item has size 0 under this rule.",
  "too-few-sized":
    "Too few issues of the project have an estimate to size the ones without. The rule “count” works without estimates.",
  "being-read": "The linked work is still being read.",
};

/** The same beside other goals, where there is room for a few words. */
export const whyNoNumberShort: Readonly<Record<NoNumberReason, string>> = {
  "no-work": "No work linked yet",
  "all-dropped": "All work dropped",
  "no-size": "Every size is 0",
  "too-few-sized": "Too few estimates",
  "being-read": "No number yet",
};

export const className: Readonly<Record<ItemClassName, string>> = {
  confirmed: "Confirmed",
  claimed: "Claimed",
  active: "Active",
  todo: "To do",
  dropped: "Dropped",
};

export const classMeaning: Readonly<Record<ItemClassName, string>> = {
  confirmed: "Done for long enough that it is rarely reopened, with nothing open under it",
  claimed: "Done, but not settled yet or with an open sub-task",
  active: "In progress",
  todo: "Not started",
  dropped: "Closed without being done; counts on neither side",
};

export const unsizedMeaning =
  "Items without a size of their own; each counts with the median size of items like it";

export const reasonSentence: Readonly<Record<ClassReasonName, string>> = {
  "done-settled": "Done, and settled",
  "done-not-settled": "Done, not settled yet",
  "done-open-sub-task": "Done, but a sub-task is open",
  "done-since-unknown": "Done, since when is unknown",
  "in-progress": "In progress",
  "not-started": "Not started",
  "done-dropped-resolution": "Closed without being done",
};

export const sizeSentence: Readonly<Record<SizeSourceName, string>> = {
  counted: "counts 1",
  "own-points": "own story points",
  "own-estimate": "own original estimate",
  "sub-task-estimates": "sum of its sub-tasks’ estimates",
  "pool-type": "unsized: median of its project and type",
  "pool-project": "unsized: median of its project",
  "container-pool": "empty container: median of the filled ones of its level",
  "container-default": "empty container: counts 1 until more are known",
  none: "unsized, with too few sized ones to compare with",
};

export const stateName: Readonly<Record<string, string>> = {
  candidate: "Candidate",
  committed: "Committed",
  achieved: "Achieved",
  "partly-achieved": "Partly achieved",
  missed: "Missed",
  dropped: "Dropped",
  "carried-over": "Carried over",
};

export const combineName: Readonly<Record<string, string>> = {
  union: "All its work, each item once",
  weighted: "The weighted mean of its parts",
};

export const ruleName: Readonly<Record<string, string>> = {
  count: "Number of items",
  points: "Story points",
  time: "Original estimate",
};
