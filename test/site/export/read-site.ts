import { z } from "zod/mini";
import { type History, histories, type KnownFields } from "../jira/import/jira-histories";
import { jiraIssue, type JiraIssue } from "../jira/import/jira-issue";
import { fieldsOfSite } from "../jira/import/known-fields";
import { ExportFailed, type JiraClient } from "./jira-client";

/** What an export asks a site, page by page. */
export type SiteReader = {
  readonly fields: () => Promise<KnownFields>;
  /** Status name → category, as the site lists them. */
  readonly statuses: () => Promise<Readonly<Record<string, "new" | "indeterminate" | "done">>>;
  readonly roughCount: (jql: string) => Promise<number>;
  readonly page: (asked: {
    readonly jql: string;
    readonly known: KnownFields;
    readonly size: number;
    readonly nextPageToken: string | undefined;
  }) => Promise<{
    readonly issues: readonly JiraIssue[];
    readonly nextPageToken: string | undefined;
  }>;
  /** Whole changelogs by issue id. */
  readonly changelogs: (
    issueIds: readonly string[],
  ) => Promise<ReadonlyMap<string, readonly History[]>>;
};

const fields = [
  ...["summary", "issuetype", "project", "parent", "status", "priority", "resolution", "security"],
  ...["assignee", "reporter", "created", "updated", "resolutiondate", "duedate", "labels"],
  ...["timeoriginalestimate", "timeestimate", "timespent", "components", "fixVersions"],
  ...["issuelinks", "subtasks"],
];

const found = z.object({
  issues: z.array(jiraIssue),
  nextPageToken: z.optional(z.nullable(z.string())),
});
const counted = z.object({ count: z.number() });
const listed = z.array(
  z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }) }),
);
const bulk = z.object({
  issueChangeLogs: z.array(z.object({ issueId: z.string(), changeHistories: histories })),
  nextPageToken: z.optional(z.nullable(z.string())),
});

export function createSiteReader(jira: JiraClient): SiteReader {
  return {
    fields: async () => understood("field", await jira.get("/rest/api/3/field"), fieldsOfSite),
    statuses: async () => {
      const all = understood("status", await jira.get("/rest/api/3/status"), (answer) =>
        listed.parse(answer),
      );
      return Object.fromEntries(
        all.map((each) => [each.name, categoryOf(each.statusCategory.key)]),
      );
    },
    roughCount: async (jql) => {
      const answer = await jira.post("/rest/api/3/search/approximate-count", { jql });
      return understood("approximate-count", answer, (each) => counted.parse(each)).count;
    },
    page: async ({ jql, known, size, nextPageToken }) => {
      const custom = [known.storyPoints, known.sprint].filter((id) => id !== null);
      const answer = await jira.post("/rest/api/3/search/jql", {
        jql,
        fields: [...fields, ...custom],
        maxResults: size,
        ...(nextPageToken === undefined ? {} : { nextPageToken }),
      });
      const { issues, nextPageToken: next } = understood("search/jql", answer, (each) =>
        found.parse(each),
      );
      return { issues, nextPageToken: next ?? undefined };
    },
    changelogs: (issueIds) => readChangelogs(jira, issueIds),
  };
}

function understood<T>(what: string, answer: unknown, read: (answer: unknown) => T): T {
  try {
    return read(answer);
  } catch (cause) {
    throw new ExportFailed(`${what}: the site answered something else than Jira does`, 200, {
      cause,
    });
  }
}

function categoryOf(key: string) {
  return key === "done" || key === "indeterminate" ? key : "new";
}

async function readChangelogs(jira: JiraClient, issueIds: readonly string[]) {
  const byIssue = new Map<string, readonly History[]>();
  if (issueIds.length === 0) return byIssue;
  let nextPageToken: string | undefined;
  do {
    const answer = await jira.post("/rest/api/3/changelog/bulkfetch", {
      issueIdsOrKeys: issueIds,
      maxResults: 10_000,
      ...(nextPageToken === undefined ? {} : { nextPageToken }),
    });
    const page = understood("changelog/bulkfetch", answer, (each) => bulk.parse(each));
    for (const { issueId, changeHistories } of page.issueChangeLogs) {
      byIssue.set(issueId, [...(byIssue.get(issueId) ?? []), ...changeHistories]);
    }
    nextPageToken = page.nextPageToken ?? undefined;
  } while (nextPageToken !== undefined);
  return byIssue;
}
