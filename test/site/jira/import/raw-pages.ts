import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { z } from "zod/mini";
import { ExportRefused } from "./exported-issues";
import type { KnownPerson } from "./people";
import {
  categoriesOf,
  parseIssueLine,
  type StatusCategories,
  type UnnumberedLine,
} from "./issue-line";
import { type History, histories } from "./jira-histories";
import { type JiraIssue, jiraIssue, lineOfJiraIssue } from "./jira-issue";
import { peopleIn } from "./people-in";
import { fieldsInIssues } from "./known-fields";

const changelog = z.looseObject({ histories, total: z.optional(z.number()) });
const withHistory = z.looseObject({ changelog: z.optional(z.nullable(changelog)) });
const page = z.looseObject({ issues: z.array(z.unknown()) });
const single = z.looseObject({ key: z.string(), fields: z.looseObject({}) });

export type RawIssues = {
  readonly name: string;
  readonly lines: readonly UnnumberedLine[];
  readonly statuses: StatusCategories;
  readonly people: ReadonlyMap<string, KnownPerson>;
};

/**
 * Issues from answers of Jira that somebody saved: pages of a search, or single issues, with `expand=changelog`.
 * Undefined when a file holds something else. Refuses an issue of which Jira sent only a part of the changelog.
 */
export function issuesInPage(file: string): readonly unknown[] | undefined {
  const json = parseJson(file);
  const asPage = page.safeParse(json);
  if (asPage.success) return asPage.data.issues;
  return single.safeParse(json).success ? [json] : undefined;
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new ExportRefused(`${file}: not JSON`);
  }
}

/** Brings saved answers of one site into the lines of an export. */
export function readRawIssues(
  pages: ReadonlyMap<string, readonly unknown[]>,
  name: string,
): RawIssues {
  const read = [...pages].flatMap(([file, issues]) =>
    issues.map((issue, index) => readIssue(issue, `${file}: issue ${String(index + 1)}`)),
  );
  const all = read.flatMap(({ history }) => history ?? []);
  const issues = read.map(({ issue }) => issue);
  const known = fieldsInIssues(issues, all);
  const lines = read.map(({ issue, history, where }) => {
    const parsed = parseIssueLine(lineOfJiraIssue(issue, known, history));
    if (!parsed.ok) throw new ExportRefused(`${where}: ${parsed.reason}`);
    return parsed.line;
  });
  return {
    name: basename(name),
    lines,
    statuses: categoriesOf(lines),
    people: peopleIn(issues, all),
  };
}

type ReadIssue = {
  readonly issue: JiraIssue;
  readonly history: readonly History[] | null;
  readonly where: string;
};

function readIssue(input: unknown, where: string): ReadIssue {
  const issue = jiraIssue.safeParse(input, { error: z.locales.en().localeError });
  if (!issue.success) throw new ExportRefused(`${where}: ${firstReason(issue.error.issues)}`);
  const parsed = withHistory.safeParse(input, { error: z.locales.en().localeError });
  if (!parsed.success) throw new ExportRefused(`${where}: ${firstReason(parsed.error.issues)}`);
  const told = parsed.data.changelog ?? undefined;
  const { key } = issue.data;
  if (told !== undefined && (told.total ?? 0) > told.histories.length) {
    const counts = `${String(told.histories.length)} of ${String(told.total)}`;
    throw new ExportRefused(
      `${where}: ${key} comes with ${counts} changes; npm run export reads them all`,
    );
  }
  return { issue: issue.data, history: told?.histories ?? null, where };
}

function firstReason(issues: readonly z.core.$ZodIssue[]): string {
  const [first] = issues;
  return `${first?.path.map(String).join(".") ?? ""}: ${first?.message ?? "not an issue"}`;
}
