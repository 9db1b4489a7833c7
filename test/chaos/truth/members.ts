import { grouped } from "../../../src/domain/grouped";
import * as z from "zod/mini";
import type { GoalLink } from "../../../src/domain/goal";
import type { Item } from "../../../src/domain/item";
import type { LocalJira } from "../../site/jira/create-jira";

/** Ids of the issues that a link brings, found by walking the site itself; null when Jira refuses its rule. */
export type Reach = (link: GoalLink) => Promise<ReadonlySet<string> | null>;

export function createReach(jira: LocalJira, items: ReadonlyMap<string, Item>): Reach {
  const children = grouped(
    [...items.values()].filter(({ parentId }) => parentId !== null),
    ({ parentId }) => parentId ?? "",
  );
  const rules = new Map<string, Promise<readonly string[] | null>>();
  const matches = (jql: string) => {
    const known = rules.get(jql) ?? askSite(jira, jql);
    rules.set(jql, known);
    return known;
  };

  return async (link) => {
    const roots = link.kind === "issue" ? [link.issueId] : await matches(link.jql);
    if (roots === null) return null;
    const reached = new Set(roots.filter((id) => items.has(id)));
    if (!link.descendants) return reached;
    // A set grows while it is walked: each id found is walked too.
    for (const id of reached) for (const child of children.get(id) ?? []) reached.add(child.id);
    return reached;
  };
}

const page = z.object({
  issues: z.array(z.object({ id: z.string() })),
  nextPageToken: z.optional(z.string()),
});

/** Asks the site's search past everything that may go wrong on the way. */
async function askSite(jira: LocalJira, jql: string): Promise<readonly string[] | null> {
  const found: string[] = [];
  let nextPageToken: string | undefined;
  do {
    const answer = await jira.handle({
      method: "POST",
      path: "/rest/api/3/search/jql",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ jql, fields: ["id"], maxResults: 5000, nextPageToken }),
      as: { kind: "app" },
    });
    if (answer.status !== 200) return null;
    const read = page.parse(JSON.parse(answer.body));
    found.push(...read.issues.map(({ id }) => id));
    ({ nextPageToken } = read);
  } while (nextPageToken !== undefined);
  return found;
}
