import * as z from "zod/mini";
import type { Category } from "../../../src/domain/item";
import type { ReadIssue } from "../../../src/use-cases/jira-ports";
import { costOf } from "../../site/platform/rate-limits/points";
import { changedIds } from "./changed-ids";
import type { MadeSite } from "./made-site";
import type { Family } from "./made-work";

/** Jira as far as the measured work asks it, answered from the made-up issues. */
export type JiraAnswers = {
  readonly answer: (method: string, path: string, body: string) => Response;
  /** Requests and points since the last call. */
  readonly asked: () => { readonly requests: number; readonly points: number };
};

const bulkfetch = z.object({ issueIdsOrKeys: z.array(z.string()) });
const match = z.object({ issueIds: z.array(z.number()), jqls: z.array(z.string()) });
const counted = z.object({ jql: z.string() });
const search = z.object({
  jql: z.string(),
  fields: z.array(z.string()),
  maxResults: z.number(),
  nextPageToken: z.optional(z.string()),
});
const check = z.object({ projectPermissions: z.array(z.looseObject({})) });

const pointsField = "customfield_10016";

export function jiraAnswers(site: MadeSite): JiraAnswers {
  const families = familiesOf(site);
  let requests = 0;
  let points = 0;
  const answers: Readonly<Record<string, (body: unknown) => unknown>> = {
    "GET /rest/api/3/field": () => [
      {
        id: pointsField,
        name: "Story Points",
        schema: { custom: "com.pyxis.greenhopper.jira:jsw-story-points" },
      },
    ],
    "POST /rest/api/3/issue/bulkfetch": (body) => {
      const wanted = bulkfetch.parse(body).issueIdsOrKeys;
      return { issues: wanted.flatMap((id) => beansOf(site, site.issues.get(id))) };
    },
    "POST /rest/api/3/jql/match": (body) => {
      const { issueIds, jqls } = match.parse(body);
      const matches = jqls.map((jql) => {
        const matched = issueIds.filter((id) => families.get(jql)?.has(String(id)) === true);
        return { matchedIssues: matched, errors: [] };
      });
      return { matches };
    },
    "POST /rest/api/3/search/approximate-count": (body) => ({
      count: matchesOf(site, families, counted.parse(body).jql).length,
    }),
    "POST /rest/api/3/search/jql": (body) => pageOf(site, families, search.parse(body)),
    "POST /rest/api/3/permissions/check": (body) => ({
      projectPermissions: check
        .parse(body)
        .projectPermissions.map((asked) => ({ ...asked, permission: "BROWSE_PROJECTS" })),
    }),
  };

  return {
    answer: (method, path, body) => {
      const operation = `${method} ${path.split("?")[0] ?? path}`;
      const answer = answers[operation];
      if (answer === undefined) throw new Error(`the bench's Jira does not know ${operation}`);
      const text = JSON.stringify(answer(body === "" ? null : JSON.parse(body)));
      requests += 1;
      points += costOf({ operation, status: 200, body: text });
      return new Response(text, { status: 200, headers: { "Content-Type": "application/json" } });
    },
    asked: () => {
      const told = { requests, points };
      requests = 0;
      points = 0;
      return told;
    },
  };
}

type Families = ReadonlyMap<string, ReadonlySet<string>>;

/** Which issues a rule's JQL matches. */
function familiesOf({ links }: MadeSite): Families {
  return new Map(
    links.flatMap(({ link, family }) =>
      link.kind === "rule" ? [[link.jql, new Set(membersOf(family, link.jql))] as const] : [],
    ),
  );
}

/** A rule's label is its family's; what it says of a project is so of the issues that are in it. */
function membersOf({ issues }: Family, jql: string): readonly string[] {
  const key = /^project = (\w+) AND /.exec(jql)?.[1];
  return issues.flatMap(({ item, projectKey }) =>
    key === undefined || projectKey === key ? item.id : [],
  );
}

/** Children of issues, matches of a rule, or what changed since an instant. */
function pageOf(site: MadeSite, families: Families, asked: z.output<typeof search>): unknown {
  const ids = matchesOf(site, families, asked.jql);
  const from = Number(asked.nextPageToken ?? 0);
  const page = ids.slice(from, from + asked.maxResults);
  const more = from + page.length < ids.length;
  const issues =
    asked.fields[0] === "id"
      ? page.map((id) => ({ id }))
      : page.flatMap((id) => beansOf(site, site.issues.get(id)));
  return { issues, ...(more ? { nextPageToken: String(from + page.length) } : {}) };
}

function matchesOf(site: MadeSite, families: Families, jql: string): readonly string[] {
  const rule = families.get(jql);
  if (rule !== undefined) return [...rule];
  const parts = /^\((.+)\)$/.exec(jql)?.[1]?.split(") OR (");
  if (parts !== undefined) {
    return [...new Set(parts.flatMap((part) => matchesOf(site, families, part)))];
  }
  const parents = /^parent in \(([\d, ]+)\)$/.exec(jql)?.[1]?.split(", ");
  if (parents !== undefined) return parents.flatMap((id) => childrenOf(site, id));
  const changed = changedIds(site, jql);
  if (changed === null) throw new Error(`the bench's Jira does not know ${jql}`);
  return changed;
}

function childrenOf(site: MadeSite, parentId: string): readonly string[] {
  const family = site.familyOf.get(parentId);
  const issues = family?.issues ?? [];
  return issues.flatMap(({ item }) => (item.parentId === parentId ? item.id : []));
}

const statusOf = (category: Category) => ({ statusCategory: { key: category } });
const textOf = (at: Date | null) => at?.toISOString().replace("Z", "+0000") ?? null;

function beansOf(site: MadeSite, issue: ReadIssue | undefined): readonly unknown[] {
  if (issue === undefined) return [];
  const { item, key, projectKey, secured, createdAt, updatedAt, subTaskIds } = issue;
  const subtasks = subTaskIds.map((id) => ({
    id,
    fields: { status: statusOf(site.issues.get(id)?.item.category ?? "new") },
  }));
  const fields = {
    project: { id: item.projectId, key: projectKey, name: `Project ${projectKey}` },
    issuetype: { id: item.typeId, hierarchyLevel: item.level },
    parent: item.parentId === null ? null : { id: item.parentId },
    status: statusOf(item.category),
    statuscategorychangedate: textOf(item.doneSince),
    resolution: item.resolution === null ? null : { name: item.resolution },
    resolutiondate: textOf(item.doneSince),
    timeoriginalestimate: item.estimateSeconds,
    security: secured ? { id: "10100" } : null,
    created: textOf(createdAt),
    updated: textOf(updatedAt),
    subtasks,
    [pointsField]: item.points,
  };
  return [{ id: item.id, key, fields }];
}
