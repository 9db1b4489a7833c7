import type { GoalEvidence } from "../../src/contract/evidence";
import { evidence, evidenceItems, goalHistory, goalLedger } from "./build/evidence";
import { goalItems } from "./build/progress";
import { answer } from "./host";

/** Answers all that the page of a goal asks about its number. */
export function answerEvidence(change: Partial<GoalEvidence> = {}): void {
  answer("goalEvidence", evidence(change));
  answer("goalLedger", goalLedger());
  answer("goalHistory", goalHistory());
  answer("evidenceItems", evidenceItems());
  answer("goalItems", goalItems());
}
