import { route } from "@forge/api";
import * as z from "zod/mini";
import type { ReadIssue } from "../use-cases/jira-ports";
import type { AskJira } from "./ask-jira";
import { chunksOf } from "./chunks";
import { JiraRefused } from "./jira-refused";
import { issueBean, issueFields, readIssue } from "./read-issue";

/** Most issues that one bulkfetch gives. */
const issuesPerFetch = 100;

const bulk = <T extends z.core.$ZodType>(issue: T) =>
  z.object({ issues: z.array(issue), issueErrors: z.optional(z.array(z.unknown())) });

/** Issues by id or key with these fields. What does not exist or is hidden is left out. */
export async function fetchIssues<T extends z.core.$ZodType>(
  { ask }: AskJira,
  idsOrKeys: readonly string[],
  asked: { readonly fields: readonly string[]; readonly issue: T },
): Promise<readonly z.output<T>[]> {
  const found: z.output<T>[] = [];
  for (const chunk of chunksOf([...new Set(idsOrKeys)], issuesPerFetch)) {
    const page = await ask({
      name: "issue/bulkfetch",
      path: route`/rest/api/3/issue/bulkfetch`,
      body: { issueIdsOrKeys: chunk, fields: asked.fields },
      answer: bulk(asked.issue),
    });
    refusePart(page.issueErrors ?? []);
    found.push(...page.issues);
  }
  return found;
}

/** Issues with all that the app reads of them. */
export async function readIssues(
  asker: AskJira,
  ids: readonly string[],
  estimateFieldIds: readonly string[],
): Promise<readonly ReadIssue[]> {
  const asked = { fields: [...issueFields, ...estimateFieldIds], issue: issueBean };
  const beans = await fetchIssues(asker, ids, asked);
  return beans.map((bean) => readIssue(bean, estimateFieldIds));
}

const soon = 2;

/**
 * Jira lists here what it could not give this time. Taken for missing, an issue would leave its goals, so the whole
 * reading is repeated.
 */
function refusePart(issueErrors: readonly unknown[]): void {
  if (issueErrors.length === 0) return;
  throw new JiraRefused("issue/bulkfetch", { status: 200, retryAfterSeconds: soon });
}
