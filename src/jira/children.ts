import * as z from "zod/mini";
import type { AskJira } from "./ask-jira";
import { chunksOf } from "./chunks";
import { idsIn } from "./jql";
import { granted, ownIds, search } from "./search";

/** Keeps the query short of the limits on URLs and clauses. */
const parentsPerQuery = 100;

/** Ids of the direct children of these issues, sub-tasks included. */
export async function childIds(
  asker: AskJira,
  parentIds: readonly string[],
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const chunk of chunksOf(parentIds, parentsPerQuery)) {
    ids.push(...(await ownIds(asker, idsIn("parent", chunk))));
  }
  return ids;
}

const child = z.object({
  fields: z.object({
    parent: z.object({ id: z.string() }),
    issuetype: z.object({ hierarchyLevel: z.number() }),
  }),
});

/** Those of these issues that have a child above sub-task level. Each is found by its first child, so few pages do. */
export async function parentsAmong(
  asker: AskJira,
  issueIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const parents = new Set<string>();
  for (const chunk of chunksOf(issueIds, parentsPerQuery)) {
    let open: readonly string[] = chunk;
    while (open.length > 0) {
      const found = await firstParents(asker, open);
      for (const id of found) parents.add(id);
      open = found.size === 0 ? [] : open.filter((id) => !found.has(id));
    }
  }
  return parents;
}

/** Parents on the first page that has any; empty when no page has. */
async function firstParents(
  asker: AskJira,
  issueIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const fields = ["parent", "issuetype"];
  const asked = { jql: idsIn("parent", issueIds), fields, issue: child };
  const outcome = await search(asker, asked, (children) => {
    for (const { fields: each } of children) {
      if (each.issuetype.hierarchyLevel >= 0) found.add(each.parent.id);
    }
    return found.size > 0 ? "enough" : "more";
  });
  granted(outcome);
  return found;
}
