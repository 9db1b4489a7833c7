import { route } from "@forge/api";
import * as z from "zod/mini";
import type { AskJira } from "./ask-jira";
import { chunksOf } from "./chunks";

/** Most projects a page of project/search, and so many ids in one request. */
const projectsPerRequest = 50;
/** Accounts a request: more make the address too long. */
const peoplePerRequest = 90;

const projectPage = z.object({ values: z.array(z.object({ id: z.string(), key: z.string() })) });
const peoplePage = z.object({
  values: z.array(z.object({ accountId: z.string(), displayName: z.string() })),
});
const resolutionPage = z.object({
  isLast: z.boolean(),
  values: z.array(z.object({ name: z.string() })),
});
const people = z.array(
  z.object({
    accountId: z.string(),
    displayName: z.string(),
    active: z.boolean(),
    accountType: z.optional(z.string()),
  }),
);

export async function projectsById(
  { ask }: AskJira,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly key: string }[]> {
  const found: { readonly id: string; readonly key: string }[] = [];
  for (const chunk of chunksOf([...new Set(ids)], projectsPerRequest)) {
    const query = new URLSearchParams([
      ...chunk.map((id) => ["id", id]),
      ["maxResults", String(projectsPerRequest)],
    ]);
    const path = route`/rest/api/3/project/search?${query}`;
    found.push(...(await ask({ name: "project/search", path, answer: projectPage })).values);
  }
  return found;
}

/** Names of the site's resolutions, in the order of the site. */
export async function resolutions({ ask }: AskJira): Promise<readonly string[]> {
  const names: string[] = [];
  for (;;) {
    const query = new URLSearchParams({ startAt: String(names.length) });
    const path = route`/rest/api/3/resolution/search?${query}`;
    const page = await ask({ name: "resolution/search", path, answer: resolutionPage });
    names.push(...page.values.map(({ name }) => name));
    if (page.isLast || page.values.length === 0) return names;
  }
}

/** Names by account id; accounts that Jira does not know or does not show are left out. */
export async function namesOf(
  { ask }: AskJira,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const chunk of chunksOf([...new Set(accountIds)], peoplePerRequest)) {
    const query = new URLSearchParams([
      ...chunk.map((id) => ["accountId", id]),
      ["maxResults", String(peoplePerRequest)],
    ]);
    const path = route`/rest/api/3/user/bulk?${query}`;
    const { values } = await ask({ name: "user/bulk", path, answer: peoplePage });
    for (const { accountId, displayName } of values) names.set(accountId, displayName);
  }
  return names;
}

/** People to choose from; apps and closed accounts own no goals. */
export async function searchPeople(
  { ask }: AskJira,
  query: string,
): Promise<readonly { readonly accountId: string; readonly name: string }[]> {
  const path = route`/rest/api/3/user/search?query=${query}&maxResults=20`;
  const found = await ask({ name: "user/search", path, answer: people });
  return found
    .filter(({ active, accountType }) => active && accountType !== "app")
    .map(({ accountId, displayName }) => ({ accountId, name: displayName }));
}
