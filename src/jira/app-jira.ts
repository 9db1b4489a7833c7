import type { Jira, ReadIssue } from "../use-cases/jira-ports";
import { askJira, type AskJira } from "./ask-jira";
import { changedSince } from "./changed-since";
import { childIds, parentsAmong } from "./children";
import { chunksOf } from "./chunks";
import { containersOf } from "./containers";
import { namesOf, projectsById, resolutions } from "./directory";
import { estimateFields } from "./estimate-fields";
import { estimation } from "./estimation";
import { issuesPerFetch, readIssues } from "./fetch-issues";
import type { JiraGate } from "./jira-gate";
import { matching } from "./matching";
import { approximateCount, byValue, searchIds } from "./search";
import { sizedIssues } from "./sized-issues";
import { statusHistories } from "./status-histories";

/** Jira as the app, which sees all it is granted. `patienceSeconds` is what may be spent on waiting when Jira is busy. */
export function createJira(patienceSeconds: number, gate?: JiraGate): Jira {
  const asker = askJira("app", patienceSeconds, gate);
  let fields: Promise<readonly string[]> | null = null;
  const estimateFieldIds = () =>
    (fields ??= estimateFields(asker, gate).catch((error: unknown) => {
      fields = null;
      throw error;
    }));
  const issuesById = async (ids: readonly string[]): ReturnType<Jira["issuesById"]> => {
    if (ids.length === 0) return { found: [], missing: [] };
    const found = await readIssues(asker, ids, await estimateFieldIds());
    const seen = new Set(found.map(({ item }) => item.id));
    return { found, missing: ids.filter((id) => !seen.has(id)) };
  };

  return {
    issuesById,
    issuesByJql: (jql, onPage, after = "0") =>
      issuesByJql(asker, { jql, after }, issuesById, onPage),
    approximateCount: async (jql) => {
      const counted = await approximateCount(asker, jql);
      return counted.kind === "counted" ? counted.count : null;
    },
    childrenOf: async (parentIds) => (await issuesById(await childIds(asker, parentIds))).found,
    parentsAmong: (issueIds) => parentsAmong(asker, issueIds),
    changedSince: (asked, onPage) => changedSince(asker, asked, onPage),
    matching: (jqls, issueIds) => matching(asker, jqls, issueIds),
    statusHistories: (projectId) => statusHistories(asker, projectId),
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

/** Search only tells which issues there are, because it lags behind; what they are is read by id. */
async function issuesByJql(
  asker: AskJira,
  { jql, after }: { readonly jql: string; readonly after: string },
  issuesById: Jira["issuesById"],
  onPage: (issues: readonly ReadIssue[]) => Promise<void>,
): ReturnType<Jira["issuesByJql"]> {
  const outcome = await searchIds(asker, jql);
  if (outcome.kind === "refused") return outcome;
  const wanted = outcome.ids.filter((id) => byValue(id, after) > 0);
  for (const ids of chunksOf(wanted, issuesPerFetch)) {
    const { found } = await issuesById(ids);
    if (found.length > 0) await onPage(found.toSorted((a, b) => byValue(a.item.id, b.item.id)));
  }
  return { kind: "read" };
}
