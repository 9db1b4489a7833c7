import * as z from "zod/mini";
import type { FoundIds, JqlRefused, SearchPage } from "../use-cases/jira-ports";
import type { AskJira } from "./ask-jira";
import { chunksOf } from "./chunks";
import { idsIn } from "./jql";
import { search, searchIds, searchPage } from "./search";
import { withoutRefused } from "./without-refused";

/** Keeps the query short of the limits on URLs and clauses. */
const parentsPerQuery = 100;

/** Ids of the direct children of these issues, sub-tasks included. */
export async function childIds(
  asker: AskJira,
  parentIds: readonly string[],
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const chunk of chunksOf(parentIds, parentsPerQuery)) {
    await withoutRefused(chunk, async (known) => {
      const found = await searchIds(asker, idsIn("parent", known));
      if (found.kind === "read") ids.push(...found.ids);
      return found;
    });
  }
  return ids;
}

/** One page of that; all at once where Jira refuses one of the parents. */
export async function childPage(
  asker: AskJira,
  parentIds: readonly string[],
  page: SearchPage,
): Promise<FoundIds> {
  const found = await searchPage(asker, idsIn("parent", parentIds), page);
  return found.kind === "read" ? found : { ids: await childIds(asker, parentIds), next: null };
}

/** Those of these issues that have a child above sub-task level, each with such a child. One child tells, so few pages do. */
export async function parentsAmong(
  asker: AskJira,
  issueIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const parents = new Map<string, string>();
  for (const chunk of chunksOf(issueIds, parentsPerQuery)) {
    await withoutRefused(chunk, (known) => addParents(asker, known, parents));
  }
  return parents;
}

async function addParents(
  asker: AskJira,
  issueIds: readonly string[],
  parents: Map<string, string>,
): Promise<{ readonly kind: "read" } | JqlRefused> {
  let open = issueIds;
  while (open.length > 0) {
    const found = new Map<string, string>();
    const outcome = await firstParents(asker, open, found);
    if (outcome.kind === "refused") return outcome;
    for (const [parentId, childId] of found) parents.set(parentId, childId);
    open = found.size === 0 ? [] : open.filter((id) => !found.has(id));
  }
  return { kind: "read" };
}

const child = z.object({
  id: z.string(),
  fields: z.object({
    parent: z.object({ id: z.string() }),
    issuetype: z.object({ hierarchyLevel: z.number() }),
  }),
});

/** Adds the parents on the first page that has any. */
function firstParents(
  asker: AskJira,
  issueIds: readonly string[],
  found: Map<string, string>,
): Promise<{ readonly kind: "read" } | JqlRefused> {
  const asked = {
    jql: idsIn("parent", issueIds),
    fields: ["parent", "issuetype"],
    issue: child,
  };
  return search(asker, asked, (children) => {
    for (const { id, fields } of children) {
      if (fields.issuetype.hierarchyLevel >= 0) found.set(fields.parent.id, id);
    }
    return found.size > 0 ? "enough" : "more";
  });
}
