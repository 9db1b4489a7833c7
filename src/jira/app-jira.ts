import { route } from "@forge/api";
import * as z from "zod/mini";
import type { Jira, JqlRefused, ReadIssue } from "../use-cases/jira-ports";
import { askJira, type AskJira } from "./ask-jira";
import { childIds, parentsAmong } from "./children";
import { chunksOf } from "./chunks";
import { containersOf } from "./containers";
import { namesOf, projectsById } from "./directory";
import { estimateFields } from "./estimate-fields";
import { issuesPerFetch, readIssues } from "./fetch-issues";
import { approximateCount, searchIds } from "./search";
import { sizedIssues } from "./sized-issues";
import { statusHistories } from "./status-histories";

/** Jira as the app, which sees all it is granted. `patienceSeconds` is what may be spent on waiting when Jira is busy. */
export function createJira(patienceSeconds: number): Jira {
  const asker = askJira("app", patienceSeconds);
  let fields: Promise<readonly string[]> | null = null;
  const estimateFieldIds = () => (fields ??= estimateFields(asker));
  const issuesById = async (ids: readonly string[]): ReturnType<Jira["issuesById"]> => {
    if (ids.length === 0) return { found: [], missing: [] };
    const found = await readIssues(asker, ids, await estimateFieldIds());
    const seen = new Set(found.map(({ item }) => item.id));
    return { found, missing: ids.filter((id) => !seen.has(id)) };
  };

  return {
    issuesById,
    issuesByJql: (jql, onPage) => issuesByJql(asker, jql, issuesById, onPage),
    approximateCount: async (jql) => {
      const counted = await approximateCount(asker, jql);
      return counted.kind === "counted" ? counted.count : null;
    },
    childrenOf: async (parentIds) => (await issuesById(await childIds(asker, parentIds))).found,
    parentsAmong: (issueIds) => parentsAmong(asker, issueIds),
    matching: (jql, issueIds) => matching(asker, jql, issueIds),
    statusHistories: (projectId) => statusHistories(asker, projectId),
    sizedIssues: async (projectId) => sizedIssues(asker, projectId, await estimateFieldIds()),
    containersOf: async (projectId) => containersOf(asker, projectId, await estimateFieldIds()),
    projectsById: (ids) => projectsById(asker, ids),
    namesOf: (accountIds) => namesOf(asker, accountIds),
  };
}

/** Search only tells which issues there are, because it lags behind; what they are is read by id. */
async function issuesByJql(
  asker: AskJira,
  jql: string,
  issuesById: Jira["issuesById"],
  onPage: (issues: readonly ReadIssue[]) => Promise<void>,
): ReturnType<Jira["issuesByJql"]> {
  const outcome = await searchIds(asker, jql);
  if (outcome.kind === "refused") return outcome;
  for (const ids of chunksOf(outcome.ids, issuesPerFetch)) {
    const { found } = await issuesById(ids);
    if (found.length > 0) await onPage(found);
  }
  return { kind: "read" };
}

/** jql/match takes a thousand issues at a time. */
const issuesPerMatch = 1000;

const matches = z.object({
  matches: z.array(z.object({ matchedIssues: z.array(z.number()), errors: z.array(z.string()) })),
});

async function matching(
  { ask }: AskJira,
  jql: string,
  issueIds: readonly string[],
): Promise<{ readonly kind: "read"; readonly ids: readonly string[] } | JqlRefused> {
  const ids: string[] = [];
  for (const chunk of chunksOf(issueIds, issuesPerMatch)) {
    const answer = await ask({
      name: "jql/match",
      path: route`/rest/api/3/jql/match`,
      body: { issueIds: chunk.map(Number), jqls: [jql] },
      answer: matches,
    });
    const errors = answer.matches.flatMap((match) => match.errors);
    if (errors.length > 0) return { kind: "refused", message: errors.join(" ") };
    ids.push(...answer.matches.flatMap((match) => match.matchedIssues.map(String)));
  }
  return { kind: "read", ids };
}
