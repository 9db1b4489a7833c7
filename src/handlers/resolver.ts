import { makeResolver } from "@forge/resolver";
import type { GoalsApi } from "../contract/calls";
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
  createGoal: asked("createGoal", createGoal),
  editGoal: asked("editGoal", editGoal),
  moveGoal: asked("moveGoal", moveGoal),
  archiveGoal: asked("archiveGoal", archiveGoal),
  linkIssue: asked("linkIssue", linkIssue),
  linkIssues: asked("linkIssues", linkIssues),
  linkRule: asked("linkRule", linkRule),
  unlink: asked("unlink", unlink),
  previewRule: asked("previewRule", previewRule),
  recomputeGoal: asked("recomputeGoal", recomputeGoal),
  getGoal: asked("getGoal", getGoal),
  listGoals: asked("listGoals", listGoals),
  searchGoals: asked("searchGoals", searchGoals),
  searchPeople: asked("searchPeople", searchPeople),
  goalProgress: asked("goalProgress", goalProgress),
  goalItems: asked("goalItems", goalItems),
  goalEvidence: asked("goalEvidence", goalEvidence),
  goalLedger: asked("goalLedger", goalLedger),
  goalHistory: asked("goalHistory", goalHistory),
  evidenceItems: asked("evidenceItems", evidenceItems),
  getSettings: asked("getSettings", getSettings),
  saveSettings: asked("saveSettings", saveSettings),
  getSyncHealth: asked("getSyncHealth", getSyncHealth),
  readEverything: asked("readEverything", readEverything),
  projectGoals: asked("projectGoals", projectGoals),
  issueGoals: asked("issueGoals", issueGoals),
});
