import type { Jira } from "../use-cases/jira-ports";
import { askJira } from "./ask-jira";
import { changedSince } from "./changed-since";
import { childIds, childPage, parentsAmong } from "./children";
import { containersOf } from "./containers";
import { namesOf, projectsById, resolutions } from "./directory";
import { estimateFields } from "./estimate-fields";
import { estimation } from "./estimation";
import { readIssues } from "./fetch-issues";
import type { JiraGate } from "./jira-gate";
import { matching } from "./matching";
import { approximateCount, searchIds, searchPage } from "./search";
import { sizedIssues } from "./sized-issues";
import { doneStatuses, statusHistories } from "./status-histories";

/** Jira as the app, which sees all it is granted. `patienceSeconds` is what may be spent on waiting when Jira is busy. */
export function createJira(patienceSeconds: number, gate?: JiraGate): Jira {
  const asker = askJira("app", patienceSeconds, gate);
  const estimateFieldIds = once(() => estimateFields(asker, gate));
  const doneStatusesOfSite = once(() => doneStatuses(asker));
  const issuesById = async (ids: readonly string[]): ReturnType<Jira["issuesById"]> => {
    if (ids.length === 0) return { found: [], missing: [] };
    const found = await readIssues(asker, ids, await estimateFieldIds());
    const seen = new Set(found.map(({ item }) => item.id));
    return { found, missing: ids.filter((id) => !seen.has(id)) };
  };

  return {
    issuesById,
    idsByJql: (jql) => searchIds(asker, jql),
    pageByJql: (jql, page) => searchPage(asker, jql, page),
    approximateCount: async (jql) => {
      const counted = await approximateCount(asker, jql);
      return counted.kind === "counted" ? counted.count : null;
    },
    childIdsOf: (parentIds) => childIds(asker, parentIds),
    childPageOf: (parentIds, page) => childPage(asker, parentIds, page),
    childrenOf: async (parentIds) => (await issuesById(await childIds(asker, parentIds))).found,
    parentsAmong: (issueIds) => parentsAmong(asker, issueIds),
    changedSince: (asked, onPage) => changedSince(asker, asked, onPage),
    matching: (jqls, issueIds) => matching(asker, jqls, issueIds),
    statusHistories: (projectId) => statusHistories(asker, projectId, doneStatusesOfSite),
    sizedIssues: async (projectId) =>
      sizedIssues(asker, { projectId, createdBy: null }, await estimateFieldIds()),
    containersOf: async (projectId) =>
      containersOf(asker, { projectId, createdBy: null }, await estimateFieldIds()),
    estimation: () => estimation(asker),
    resolutions: () => resolutions(asker),
    projectsById: (ids) => projectsById(asker, ids),
    namesOf: (accountIds) => namesOf(asker, accountIds),
  };
}

/** Asked for once in this process's invocation, and again after a failure. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | null = null;
  return () =>
    (asked ??= ask().catch((error: unknown) => {
      asked = null;
      throw error;
    }));
}
