import { parseIssueLine } from "../jira/import/issue-line";
import type { KnownFields } from "../jira/import/jira-histories";
import { type JiraIssue, lineOfJiraIssue } from "../jira/import/jira-issue";
import { peopleIn } from "../jira/import/people-in";
import { ExportFailed } from "./jira-client";
import type { SiteReader } from "./read-site";

export type ExportedPage = {
  /** JSON of each issue, checked to load again. */
  readonly lines: readonly string[];
  readonly people: Readonly<Record<string, string>>;
};

/** The issues of a page with their whole changelogs as lines of an export. */
export async function exportedPage(
  reader: SiteReader,
  issues: readonly JiraIssue[],
  known: KnownFields,
): Promise<ExportedPage> {
  const changelogs = await reader.changelogs(issues.map(({ id }) => id));
  const lines = issues.map((issue) => {
    const history = changelogs.get(issue.id) ?? [];
    const parsed = parseIssueLine(lineOfJiraIssue(issue, known, history));
    if (!parsed.ok) throw new ExportFailed(`${issue.key} cannot be exported: ${parsed.reason}`);
    return JSON.stringify(parsed.line);
  });
  const people = peopleIn(issues, [...changelogs.values()].flat());
  const names = [...people].map(
    ([accountId, { displayName }]) => [accountId, displayName] as const,
  );
  return { lines, people: Object.fromEntries(names) };
}
