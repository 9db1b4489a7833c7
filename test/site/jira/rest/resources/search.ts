import { z } from "zod/mini";
import { compileQuery } from "../../jql/compile-query";
import type { StoredIssue } from "../../store/issue";
import type { Asker } from "../../visibility";
import type { World } from "../../world";
import { changelogBean } from "../beans/history-bean";
import { issueBean } from "../beans/issue-bean";
import { askedFields } from "../fields-parameter";
import { listParameter } from "../paging";
import type { Resource } from "../resource";
import { notModelled, ok, refused, type RestAnswer } from "../rest-answer";
import { createResultPages } from "../result-pages";

const search = z.object({
  jql: z.optional(z.string()),
  fields: z.optional(z.array(z.string())),
  maxResults: z.optional(z.number()),
  nextPageToken: z.optional(z.nullable(z.string())),
  reconcileIssues: z.optional(z.array(z.number())),
  expand: z.optional(z.string()),
  properties: z.optional(z.array(z.string())),
  fieldsByKeys: z.optional(z.boolean()),
});
type Search = z.infer<typeof search>;

/** GET and POST /search/jql, and the estimate of how many there are. */
export function searchResources(): readonly Resource[] {
  const pages = createResultPages();
  const answer = (world: World, asker: Asker, asked: Search): RestAnswer => {
    checkModelled(asked);
    // Live sites look at the token first, then at the page size, then at the query.
    const ids = pages.idsFor(asked.nextPageToken, asker.accountId, () => {
      pageSizeOf(asked);
      const query = compileQuery(asked.jql ?? "", { world, asker, now: world.store.now() });
      const reconciled = new Set(asked.reconcileIssues?.map(String));
      return world.searchIndex.find(query, reconciled).map(({ id }) => id);
    });
    const page = pages.page(ids, pageSizeOf(asked));
    const issues = page.ids
      .flatMap((id) => world.store.byId(id) ?? [])
      .filter(asker.sees)
      .map((issue) => foundIssue({ world, asker, issue }, asked));
    const { nextPageToken } = page;
    const isLast = nextPageToken === undefined;
    return ok({ issues, ...(isLast ? {} : { nextPageToken }), isLast });
  };

  return [
    {
      operation: "POST /rest/api/3/search/jql",
      answer: (world, { asker, body }) => answer(world, asker, search.parse(body)),
    },
    {
      operation: "GET /rest/api/3/search/jql",
      query: ["jql", "nextPageToken", "maxResults", "fields", "expand", "reconcileIssues"],
      answer: (world, { asker, query }) => answer(world, asker, searchOfQuery(query)),
    },
    {
      operation: "POST /rest/api/3/search/approximate-count",
      answer: (world, { asker, body }) => {
        const { jql = "" } = search.parse(body);
        const query = compileQuery(jql, { world, asker, now: world.store.now() });
        return ok({ count: world.searchIndex.find(query).length });
      },
    },
  ];
}

function searchOfQuery(query: URLSearchParams): Search {
  const maxResults = query.get("maxResults");
  return {
    jql: query.get("jql") ?? undefined,
    expand: query.get("expand") ?? undefined,
    nextPageToken: query.get("nextPageToken"),
    fields: query.has("fields") ? [...listParameter(query, "fields")] : undefined,
    maxResults: maxResults === null ? undefined : Number(maxResults),
    reconcileIssues: listParameter(query, "reconcileIssues").map(Number),
  };
}

function checkModelled({ expand, properties, fieldsByKeys, reconcileIssues }: Search): void {
  if (!["", "changelog"].includes(expand ?? ""))
    throw notModelled(`expand=${String(expand)} of search/jql`);
  if ((properties ?? []).length > 0) throw notModelled("properties of search/jql");
  if (fieldsByKeys === true) throw notModelled("fieldsByKeys of search/jql");
  if ((reconcileIssues ?? []).length > 50) {
    throw refused(400, ["The maximum number of issues to reconcile is 50."]);
  }
}

/** Live sites give up to 5,000 issues a page when nothing but id or key is asked for, else 100. */
function pageSizeOf({ maxResults = 50, fields }: Search): number {
  if (!Number.isInteger(maxResults) || maxResults < 1 || maxResults > 5000) {
    throw refused(400, ["The maxResults parameter must be between 1 and 5000."]);
  }
  return isBare(fields) ? maxResults : Math.min(maxResults, 100);
}

function isBare(fields: readonly string[] | undefined): boolean {
  return (fields ?? []).every((field) => field === "id" || field === "key");
}

type Found = { readonly world: World; readonly asker: Asker; readonly issue: StoredIssue };

function foundIssue({ world, asker, issue }: Found, { fields, expand }: Search) {
  const changelog = expand === "changelog" ? { changelog: changelogBean(world, issue) } : {};
  if (!isBare(fields)) {
    return { ...issueBean(world, asker, issue, askedFields(fields ?? [])), ...changelog };
  }
  const isNamed = fields?.includes("key") === true;
  const bean = isNamed ? issueBean(world, asker, issue, []) : { id: issue.id };
  return { ...bean, ...changelog };
}
