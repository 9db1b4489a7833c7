import type { Problem } from "../../src/contract/answer";
import type { GoalDraft } from "../../src/contract/requests";
import { sentenceFor } from "../sentences";

/** An empty goal of the person who begins one. */
export function newGoal(owner: string | null, parentId: string | null = null): GoalDraft {
  return {
    title: "",
    why: "",
    owner,
    state: "committed",
    rule: "count",
    countSubTasks: false,
    startDay: null,
    targetDay: null,
    parentId,
  };
}

export type FieldErrors = Partial<Record<keyof GoalDraft | "form", string>>;

/** Equal to the contract's limits, which the resolver checks again. */
const titleLimit = 255;
const whyLimit = 5000;

/** What is wrong with a goal as typed, by field; nothing that was typed is lost. */
export function errorsIn(goal: GoalDraft): FieldErrors {
  const title = goal.title.trim();
  return {
    ...(title === "" ? { title: "A goal needs a title." } : {}),
    ...(title.length > titleLimit
      ? {
          title: `At most ${String(titleLimit)} characters; this title has ${String(title.length)}.`,
        }
      : {}),
    ...(goal.why.length > whyLimit
      ? {
          why: `At most ${String(whyLimit)} characters; this text has ${String(goal.why.length)}.`,
        }
      : {}),
    ...(goal.startDay !== null && goal.targetDay !== null && goal.targetDay < goal.startDay
      ? { targetDay: "The target date is before the start date." }
      : {}),
    ...(isWeight(goal.weight) ? {} : { weight: weightSentence }),
    ...(isWeight(goal.ownWeight) ? {} : { ownWeight: weightSentence }),
  };
}

/** Equal to the contract's limit. */
const mostWeight = 1000;
const weightSentence = `A whole number from 0 to ${String(mostWeight)}.`;

/** A weight that is absent stays as it was. */
const isWeight = (weight = 1) => Number.isInteger(weight) && weight >= 0 && weight <= mostWeight;

/** The fields that show an error beside them. */
const shown = ["title", "why", "owner", "startDay", "targetDay", "weight", "ownWeight"] as const;

/** Where a refusal of the resolver belongs: at its field, else at the whole form. */
export function errorsFrom(problem: Problem | null): FieldErrors {
  if (problem === null || problem.kind === "changed-meanwhile") return {};
  const sentence = sentenceFor(problem);
  if (problem.kind === "target-before-start") return { targetDay: sentence };
  const named = problem.field?.replace(/^goal\./, "");
  const field = shown.find((each) => each === named);
  return field === undefined ? { form: sentence } : { [field]: fieldSentence[field] };
}

/** What a refused field lacks, when the browser's own check let it pass. */
const fieldSentence: Readonly<Record<(typeof shown)[number], string>> = {
  title: `A title has 1 to ${String(titleLimit)} characters.`,
  why: `At most ${String(whyLimit)} characters.`,
  owner: "This person cannot own the goal: they are not known here any more.",
  startDay: "This is not a day.",
  targetDay: "This is not a day.",
  weight: weightSentence,
  ownWeight: weightSentence,
};
