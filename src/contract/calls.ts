import * as z from "zod/mini";
import { answerOf } from "./answer";
import * as evidence from "./evidence";
import * as goal from "./goal";
import * as places from "./places";
import * as progress from "./progress";
import * as receipts from "./receipts";
import { requests } from "./requests";
import * as settings from "./settings";

const call = <C extends keyof typeof requests, A extends z.core.$ZodType>(name: C, value: A) => ({
  request: requests[name],
  answer: answerOf(value),
});

/** Every call that crosses the bridge: what the browser asks, and what it gets. The back end reads the requests only. */
export const calls = {
  createGoal: call("createGoal", receipts.goalSaved),
  editGoal: call("editGoal", receipts.goalSaved),
  moveGoal: call("moveGoal", receipts.goalSaved),
  archiveGoal: call("archiveGoal", receipts.goalSaved),
  linkIssue: call("linkIssue", receipts.linkSaved),
  linkIssues: call("linkIssues", receipts.linkIssuesResult),
  linkRule: call("linkRule", receipts.linkSaved),
  unlink: call("unlink", receipts.unlinked),
  previewRule: call("previewRule", goal.rulePreview),
  recomputeGoal: call("recomputeGoal", z.object({ goalId: z.string() })),
  getGoal: call("getGoal", goal.goalView),
  listGoals: call("listGoals", goal.goalList),
  searchGoals: call("searchGoals", z.object({ goals: z.array(goal.goalChoice) })),
  searchPeople: call("searchPeople", goal.peopleFound),
  goalProgress: call("goalProgress", progress.goalProgress),
  goalItems: call("goalItems", progress.goalItems),
  goalEvidence: call("goalEvidence", evidence.goalEvidence),
  goalLedger: call("goalLedger", evidence.goalLedger),
  goalHistory: call("goalHistory", evidence.goalHistory),
  evidenceItems: call("evidenceItems", evidence.evidenceItems),
  getSettings: call("getSettings", settings.settingsFound),
  saveSettings: call("saveSettings", receipts.settingsSaved),
  getSyncHealth: call("getSyncHealth", settings.syncHealth),
  readEverything: call("readEverything", receipts.everythingAsked),
  projectGoals: call("projectGoals", places.projectGoals),
  issueGoals: call("issueGoals", places.issueGoals),
} as const;

export type CallName = keyof typeof calls;
export type RequestOf<C extends CallName> = z.infer<(typeof calls)[C]["request"]>;
export type AnswerTo<C extends CallName> = z.infer<(typeof calls)[C]["answer"]>;
export type ValueOf<C extends CallName> = Extract<AnswerTo<C>, { ok: true }>["value"];

/** The shape that makeResolver and makeInvoke share: one function per call. */
export type GoalsApi = {
  [C in CallName]: (request: RequestOf<C>) => AnswerTo<C>;
};
