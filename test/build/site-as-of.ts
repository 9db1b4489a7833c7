import { itemsAsOf } from "../../src/domain/replay/as-of";
import type { IssueHistory } from "../../src/domain/replay/history";
import type { QueryWords } from "../../src/domain/replay/query/matches";
import type { Site } from "../../src/domain/replay/reach";
import { replayIssue } from "../../src/domain/replay/replay-issue";
import { march, siteWords } from "./history";

/** Project 10000 is SHOP "Web shop"; sprint 38 is "Sprint 1"; version 2 is called "2.0 LTS" today. */
export const queryWords: QueryWords = {
  projectNames: (id) => (id === "10000" ? ["SHOP", "Web shop"] : []),
  sprintName: (id) => (id === "38" ? "Sprint 1" : null),
  nameOf: (field, id) => (field === "fix-version" && id === "2" ? "2.0 LTS" : null),
  issueIdOf: siteWords.issueIdOf,
};

/** These issues on a day of March. */
export function siteOn(day: number, histories: readonly IssueHistory[]): Site {
  const replayed = histories.map((history) => replayIssue(history, siteWords));
  return { items: itemsAsOf(replayed, march(day), siteWords), words: queryWords };
}
