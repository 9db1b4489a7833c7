import { route } from "@forge/api";
import * as z from "zod/mini";
import type { FoundIds, JqlRefused, SearchPage } from "../use-cases/jira-ports";
import type { AskJira } from "./ask-jira";
import { everyPage } from "./every-page";
import { JiraRefused } from "./jira-refused";

/** Most ids a page of a search that asks for nothing else. */
const idsPerPage = 5000;
/** Most issues a page with fields. */
const issuesPerPage = 100;

type Search<T extends z.core.$ZodType> = {
  readonly jql: string;
  readonly fields: readonly string[];
  readonly issue: T;
};

/** Searches page by page until the end, or until `onPage` has seen enough. Jira may refuse the JQL on the first page. */
export async function search<T extends z.core.$ZodType>(
  asker: AskJira,
  asked: Search<T>,
  onPage: (issues: readonly z.output<T>[]) => "more" | "enough" | Promise<"more" | "enough">,
): Promise<{ readonly kind: "read" } | JqlRefused> {
  const most = asked.fields.length === 0 ? idsPerPage : issuesPerPage;
  const refusals: JqlRefused[] = [];
  await everyPage(async (token) => {
    const page = await askPage(asker, asked, { most, from: token });
    if (page.kind === "read") {
      return { items: page.value.issues, next: page.value.nextPageToken ?? null };
    }
    if (token !== null) throw notUnderstood();
    refusals.push(page);
    return { items: [], next: null };
  }, onPage);
  return refusals[0] ?? { kind: "read" };
}

function askPage<T extends z.core.$ZodType>(
  { askJql }: AskJira,
  { jql, fields, issue }: Search<T>,
  { most, from }: SearchPage,
) {
  return askJql({
    name: "search/jql",
    path: route`/rest/api/3/search/jql`,
    body: {
      jql,
      fields: fields.length === 0 ? ["id"] : fields,
      maxResults: most,
      ...(from === null ? {} : { nextPageToken: from }),
    },
    answer: z.object({ issues: z.array(issue), nextPageToken: z.optional(z.string()) }),
  });
}

const idOnly = z.object({ id: z.string() });

/** One page of ids. Jira keeps where a page ended for 7 days (SearchAndReconcileResults of its OpenAPI document). */
export async function searchPage(
  asker: AskJira,
  jql: string,
  { most, from }: SearchPage,
): Promise<({ readonly kind: "read" } & FoundIds) | JqlRefused> {
  const asked = { jql, fields: [], issue: idOnly };
  const page = await askPage(asker, asked, { most: Math.min(most, idsPerPage), from });
  if (page.kind === "read") {
    const { issues, nextPageToken } = page.value;
    return {
      kind: "read",
      ids: issues.map(({ id }) => id).sort(byValue),
      next: nextPageToken ?? null,
    };
  }
  return from === null ? page : searchPage(asker, jql, { most, from: null });
}

/** Ids of all that match, ascending. */
export async function searchIds(
  asker: AskJira,
  jql: string,
): Promise<{ readonly kind: "read"; readonly ids: readonly string[] } | JqlRefused> {
  const ids = new Set<string>();
  const outcome = await search(asker, { jql, fields: [], issue: idOnly }, (issues) => {
    for (const { id } of issues) ids.add(id);
    return "more";
  });
  if (outcome.kind === "refused") return outcome;
  return { kind: "read", ids: [...ids].sort(byValue) };
}

/** Decimal texts by value: ids may be longer than a number holds. */
const byValue = (a: string, b: string) => a.length - b.length || (a < b ? -1 : Number(a > b));

/** The same for JQL of the app's own making, which Jira does not refuse. */
export async function ownIds(asker: AskJira, jql: string): Promise<readonly string[]> {
  const found = await searchIds(asker, jql);
  return granted(found).ids;
}

/** The app's own JQL was understood. */
function granted<T extends { readonly kind: "read" }>(outcome: T | JqlRefused): T {
  if (outcome.kind === "refused") {
    throw notUnderstood({ cause: new Error(outcome.message) });
  }
  return outcome;
}

const notUnderstood = (options?: ErrorOptions) =>
  new JiraRefused("search/jql", { status: 400, retryAfterSeconds: null }, options);

const counted = z.object({ count: z.number() });

/** Jira's estimate of how many match, as of a moment ago. */
export async function approximateCount(
  { askJql }: AskJira,
  jql: string,
): Promise<{ readonly kind: "counted"; readonly count: number } | JqlRefused> {
  const outcome = await askJql({
    name: "search/approximate-count",
    path: route`/rest/api/3/search/approximate-count`,
    body: { jql },
    answer: counted,
  });
  return outcome.kind === "read" ? { kind: "counted", count: outcome.value.count } : outcome;
}
