import { makeResolver } from "@forge/resolver";
import { calls, type GoalsApi } from "../contract/calls";
import { archiveGoal } from "../use-cases/archive-goal";
import { createGoal } from "../use-cases/create-goal";
import { editGoal } from "../use-cases/edit-goal";
import { evidenceItems } from "../use-cases/evidence/evidence-items";
import { goalEvidence } from "../use-cases/evidence/goal-evidence";
import { goalHistory } from "../use-cases/evidence/goal-history";
import { goalLedger } from "../use-cases/evidence/goal-ledger";
import { getGoal } from "../use-cases/get-goal";
import { goalItems } from "../use-cases/goal-items";
import { goalProgress } from "../use-cases/goal-progress";
import { issueGoals } from "../use-cases/issue-goals";
import { linkIssue } from "../use-cases/link-issue";
import { linkIssues } from "../use-cases/link-issues";
import { linkRule } from "../use-cases/link-rule";
import { listGoals } from "../use-cases/list-goals";
import { moveGoal } from "../use-cases/move-goal";
import { previewRule } from "../use-cases/preview-rule";
import { projectGoals } from "../use-cases/project-goals";
import { recomputeGoal } from "../use-cases/recompute-goal";
import { searchGoals } from "../use-cases/search-goals";
import { searchPeople } from "../use-cases/search-people";
import { getSettings } from "../use-cases/settings/get-settings";
import { getSyncHealth } from "../use-cases/settings/get-sync-health";
import { readEverything } from "../use-cases/settings/read-everything";
import { saveSettings } from "../use-cases/settings/save-settings";
import { unlink } from "../use-cases/unlink";
import { asked } from "./asked";

/** Every call of the browser. */
export const resolver = makeResolver<GoalsApi>({
  createGoal: asked("createGoal", calls.createGoal.request, createGoal),
  editGoal: asked("editGoal", calls.editGoal.request, editGoal),
  moveGoal: asked("moveGoal", calls.moveGoal.request, moveGoal),
  archiveGoal: asked("archiveGoal", calls.archiveGoal.request, archiveGoal),
  linkIssue: asked("linkIssue", calls.linkIssue.request, linkIssue),
  linkIssues: asked("linkIssues", calls.linkIssues.request, linkIssues),
  linkRule: asked("linkRule", calls.linkRule.request, linkRule),
  unlink: asked("unlink", calls.unlink.request, unlink),
  previewRule: asked("previewRule", calls.previewRule.request, previewRule),
  recomputeGoal: asked("recomputeGoal", calls.recomputeGoal.request, recomputeGoal),
  getGoal: asked("getGoal", calls.getGoal.request, getGoal),
  listGoals: asked("listGoals", calls.listGoals.request, listGoals),
  searchGoals: asked("searchGoals", calls.searchGoals.request, searchGoals),
  searchPeople: asked("searchPeople", calls.searchPeople.request, searchPeople),
  goalProgress: asked("goalProgress", calls.goalProgress.request, goalProgress),
  goalItems: asked("goalItems", calls.goalItems.request, goalItems),
  goalEvidence: asked("goalEvidence", calls.goalEvidence.request, goalEvidence),
  goalLedger: asked("goalLedger", calls.goalLedger.request, goalLedger),
  goalHistory: asked("goalHistory", calls.goalHistory.request, goalHistory),
  evidenceItems: asked("evidenceItems", calls.evidenceItems.request, evidenceItems),
  getSettings: asked("getSettings", calls.getSettings.request, getSettings),
  saveSettings: asked("saveSettings", calls.saveSettings.request, saveSettings),
  getSyncHealth: asked("getSyncHealth", calls.getSyncHealth.request, getSyncHealth),
  readEverything: asked("readEverything", calls.readEverything.request, readEverything),
  projectGoals: asked("projectGoals", calls.projectGoals.request, projectGoals),
  issueGoals: asked("issueGoals", calls.issueGoals.request, issueGoals),
});
