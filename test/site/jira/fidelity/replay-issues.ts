import { z } from "zod/mini";
import { createClock } from "../../clock";
import { createJira, type LocalJira } from "../create-jira";
import { type ExportedIssues, lastChangeAt } from "../import/exported-issues";
import { histories } from "../import/jira-histories";
import { jiraIssue } from "../import/jira-issue";
import { fieldsInIssues } from "../import/known-fields";
import { numberLines } from "../import/number-lines";
import { readRawIssues } from "../import/raw-pages";
import { issueFieldReaders } from "../rest/beans/issue-fields";
import { unmodelledFields } from "../rest/beans/issue-bean";
import { type Comparison, compareBodies, type Exception, together } from "./compare";

const recordedIssue = z.looseObject({
  key: z.string(),
  fields: z.record(z.string(), z.unknown()),
  changelog: z.optional(z.looseObject({ histories: z.array(z.unknown()) })),
});

/**
 * Loads recorded issues of one site into a local one and asks for each of them again. Compared are the fields that the
 * local site has, as a question that names them would be answered; for the others it answers 501.
 */
export async function replayIssues(
  name: string,
  issues: readonly unknown[],
  exceptions: readonly Exception[] = [],
): Promise<Comparison> {
  const jira = siteOf(name, issues);
  const rename = renaming(issues);
  const comparisons: Comparison[] = [];
  for (const issue of issues) {
    const recorded = recordedIssue.parse(rename(issue));
    const fieldIds = Object.keys(recorded.fields).filter(isModelled);
    const fields = Object.fromEntries(fieldIds.map((id) => [id, recorded.fields[id]]));
    const expand = recorded.changelog === undefined ? "" : "&expand=changelog";
    const path = `/rest/api/3/issue/${recorded.key}?fields=${fieldIds.join(",")}${expand}`;
    comparisons.push(
      compareBodies({ ...recorded, fields }, await answerOf(jira, path), exceptions),
    );
  }
  return together(comparisons);
}

/** A local site with recorded issues of one site, just after the last thing that is known of them. */
export function siteOf(name: string, issues: readonly unknown[]): LocalJira {
  const { lines, statuses, people } = readRawIssues(new Map([[name, issues]]), name);
  const exported: ExportedIssues = { name, lines: numberLines([lines])[0] ?? [], statuses, people };
  const clock = createClock(lastChangeAt([exported]) + 1, 0);
  clock.stop();
  return createJira({ clock, exports: [exported], users: [] });
}

export async function answerOf(jira: LocalJira, path: string): Promise<unknown> {
  const response = await jira.handle({
    ...{ method: "GET", path, headers: {}, body: undefined, as: { kind: "app" } },
  });
  if (response.status !== 200)
    throw new Error(`${path}: ${String(response.status)} ${response.body}`);
  return JSON.parse(response.body);
}

function isModelled(fieldId: string): boolean {
  return fieldId in issueFieldReaders && !unmodelledFields.has(fieldId);
}

/** Sites number custom fields as they like: brings those that exports know under the ids that they have here. */
function renaming(issues: readonly unknown[]): (issue: unknown) => unknown {
  const told = z.looseObject({ changelog: z.looseObject({ histories }) });
  const known = fieldsInIssues(
    issues.map((issue) => jiraIssue.parse(issue)),
    issues.flatMap((issue) => told.safeParse(issue).data?.changelog.histories ?? []),
  );
  const ids = new Map([
    [known.storyPoints, "customfield_10034"],
    [known.sprint, "customfield_10020"],
  ]);
  const others = new Set(ids.values());
  return (issue) => {
    const { fields, ...rest } = recordedIssue.parse(issue);
    const renamed = Object.entries(fields).flatMap(([id, value]) => {
      const here = ids.get(id);
      if (here !== undefined) return [[here, value] as const];
      return others.has(id) ? [] : [[id, value] as const];
    });
    return { ...rest, fields: Object.fromEntries(renamed) };
  };
}
