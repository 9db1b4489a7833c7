import type { GoalLink } from "../../domain/goal";
import type { FoundIds, Jira, JqlRefused } from "../jira-ports";
import type { Ports } from "../ports";
import { mostSearched, searchShare } from "./search-share";

type Rule = Extract<GoalLink, { readonly kind: "rule" }>;

/** What one rule matches, as far as it is searched, or why Jira refuses it. */
export type SearchedRule = {
  readonly link: Rule;
  readonly match: ({ readonly kind: "read" } & FoundIds) | JqlRefused;
};

/** Most characters of a JQL of the app's own making: rules may have 2,000 each. */
const mostCharacters = 8000;
/** So many issues can be asked about in one request. */
const issuesPerMatch = 1000;
/** Fewer rules are searched one by one with no more requests. */
const fewestTogether = 3;

/**
 * What these rules match. Many small ones are searched as one, and of what is found Jira is asked which matches which;
 * where that asks no less often, because they match much or one is refused, each is searched alone. The search of the
 * first may go on where a page of it ended. It ends before the last where so much is found that it is to be read first.
 */
export async function searchRules(
  { jira, store }: Ports,
  links: readonly Rule[],
  begun: string | null,
): Promise<readonly SearchedRule[]> {
  const most = mostSearched(await store.settings());
  const together = joinable(links);
  const known = together.length < fewestTogether ? [] : await searchTogether(jira, together);
  const byLink = new Map(known.map((each) => [each.link.id, each]));
  const searched: SearchedRule[] = [];
  let from = begun;
  let found = 0;
  for (const link of links) {
    const before = byLink.get(link.id);
    const match = before?.match ?? (await jira.pageByJql(link.jql, { most, from }));
    searched.push({ link, match });
    from = null;
    if (before !== undefined || match.kind === "refused") continue;
    found += match.ids.length;
    if (match.next !== null || found > most / 2) break;
  }
  return searched;
}

/** The first of these rules: as many as are searched before what they match is read. */
export async function firstOf(
  { jira, store }: Ports,
  links: readonly Rule[],
): Promise<readonly Rule[]> {
  const together = joinable(links);
  if (together.length < fewestTogether) return links.slice(0, fewestTogether);
  const found = await jira.approximateCount(unionOf(together));
  if (found === null) return links.slice(0, fewestTogether);
  return links.slice(0, searchShare({ many: links.length, found }, await store.settings()));
}

const unionOf = (links: readonly Rule[]) => links.map(({ jql }) => `(${jql})`).join(" OR ");

/** A JQL with an order of its own cannot be a part of another. */
function joinable(links: readonly Rule[]): readonly Rule[] {
  const unordered = links.filter(({ jql }) => !/\border\s+by\b/i.test(jql));
  let characters = 0;
  return unordered.filter(({ jql }) => (characters += jql.length + 6) <= mostCharacters);
}

/** None where each has to be searched alone. */
async function searchTogether(
  jira: Jira,
  links: readonly Rule[],
): Promise<readonly SearchedRule[]> {
  const union = await jira.idsByJql(unionOf(links));
  if (union.kind === "refused") return [];
  if (union.ids.length > issuesPerMatch * (links.length - fewestTogether + 1)) return [];
  const matches = await jira.matching(
    links.map(({ jql }) => jql),
    union.ids,
  );
  return links.flatMap((link, place) => {
    const match = matches[place];
    return match?.kind === "read" ? [{ link, match: { ...match, next: null } }] : [];
  });
}
