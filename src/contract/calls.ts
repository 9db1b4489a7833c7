import * as z from "zod/mini";
import { answerOf } from "./answer";
import * as evidence from "./evidence";
import * as goal from "./goal";
import * as places from "./places";
import * as progress from "./progress";
import * as settings from "./settings";

const call = <Q extends z.core.$ZodType, A extends z.core.$ZodType>(request: Q, value: A) => ({
  request,
  answer: answerOf(value),
});

/** Every call that crosses the bridge: what the browser asks, and what it gets. */
export const calls = {
  createGoal: call(goal.createGoalRequest, goal.goalSaved),
  editGoal: call(goal.editGoalRequest, goal.goalSaved),
  moveGoal: call(goal.moveGoalRequest, goal.goalSaved),
  archiveGoal: call(goal.archiveGoalRequest, goal.goalSaved),
  linkIssue: call(goal.linkIssueRequest, goal.linkSaved),
  linkIssues: call(goal.linkIssuesRequest, goal.linkIssuesResult),
  linkRule: call(goal.linkRuleRequest, goal.linkSaved),
  unlink: call(goal.unlinkRequest, goal.unlinked),
  previewRule: call(goal.previewRuleRequest, goal.rulePreview),
  recomputeGoal: call(goal.goalIdRequest, z.object({ goalId: z.string() })),
  getGoal: call(goal.goalIdRequest, goal.goalView),
  listGoals: call(goal.listGoalsRequest, goal.goalList),
  searchGoals: call(goal.searchGoalsRequest, z.object({ goals: z.array(goal.goalChoice) })),
  searchPeople: call(goal.searchPeopleRequest, goal.peopleFound),
  goalProgress: call(goal.goalIdRequest, progress.goalProgress),
  goalItems: call(progress.goalItemsRequest, progress.goalItems),
  goalEvidence: call(evidence.goalEvidenceRequest, evidence.goalEvidence),
  goalLedger: call(evidence.goalLedgerRequest, evidence.goalLedger),
  goalHistory: call(evidence.goalHistoryRequest, evidence.goalHistory),
  evidenceItems: call(evidence.evidenceItemsRequest, evidence.evidenceItems),
  getSettings: call(settings.getSettingsRequest, settings.settingsFound),
  saveSettings: call(settings.saveSettingsRequest, settings.settingsSaved),
  getSyncHealth: call(settings.getSyncHealthRequest, settings.syncHealth),
  readEverything: call(settings.readEverythingRequest, settings.everythingAsked),
  projectGoals: call(places.projectGoalsRequest, places.projectGoals),
  issueGoals: call(places.issueGoalsRequest, places.issueGoals),
} as const;

export type CallName = keyof typeof calls;
export type RequestOf<C extends CallName> = z.infer<(typeof calls)[C]["request"]>;
export type AnswerTo<C extends CallName> = z.infer<(typeof calls)[C]["answer"]>;
export type ValueOf<C extends CallName> = Extract<AnswerTo<C>, { ok: true }>["value"];

/** The shape that makeResolver and makeInvoke share: one function per call. */
export type GoalsApi = {
  [C in CallName]: (request: RequestOf<C>) => AnswerTo<C>;
};
