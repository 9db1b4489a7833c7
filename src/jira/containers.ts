import { route } from "@forge/api";
import * as z from "zod/mini";
import type { ReadIssue } from "../use-cases/jira-ports";
import type { AskJira } from "./ask-jira";
import { andCreatedBy, wasCreatedBy } from "./created-by";
import { JiraRefused } from "./jira-refused";
import { idsIn } from "./jql";
import { issueBean, issueFields, readIssue } from "./read-issue";
import { search } from "./search";
import type { SampledFrom } from "./sized-issues";

const most = 500;

const project = z.object({
  issueTypes: z.optional(z.array(z.object({ id: z.string(), hierarchyLevel: z.number() }))),
});

/** The most recently created issues of a project whose types stand above level 0, newest first; none where the app may not browse it. */
export async function containersOf(
  asker: AskJira,
  { projectId, createdBy }: SampledFrom,
  estimateFieldIds: readonly string[],
): Promise<readonly ReadIssue[]> {
  const typeIds = await containerTypes(asker, projectId);
  if (typeIds.length === 0) return [];
  const clauses = `${idsIn("project", [projectId])}${andCreatedBy(createdBy)} AND ${idsIn("issuetype", typeIds)}`;
  const jql = `${clauses} ORDER BY created DESC, id DESC`;
  const found: ReadIssue[] = [];
  const fields = [...issueFields, ...estimateFieldIds];
  await search(asker, { jql, fields, issue: issueBean }, (beans) => {
    const issues = beans.map((bean) => readIssue(bean, estimateFieldIds));
    found.push(...issues.filter(wasCreatedBy(createdBy)));
    return found.length >= most ? "enough" : "more";
  });
  return found.slice(0, most);
}

async function containerTypes({ ask }: AskJira, projectId: string): Promise<readonly string[]> {
  const path = route`/rest/api/3/project/${projectId}`;
  const read = ask({ name: "project", path, answer: project });
  const { issueTypes = [] } = await read.catch((error: unknown) => {
    if (error instanceof JiraRefused && error.status === 404) return { issueTypes: [] };
    throw error;
  });
  return issueTypes.filter(({ hierarchyLevel }) => hierarchyLevel > 0).map(({ id }) => id);
}
