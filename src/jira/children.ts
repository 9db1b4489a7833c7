import * as z from "zod/mini";
import type { JqlRefused } from "../use-cases/jira-ports";
import type { AskJira } from "./ask-jira";
import { chunksOf } from "./chunks";
import { idsIn } from "./jql";
import { search, searchIds } from "./search";

/** Keeps the query short of the limits on URLs and clauses. */
const parentsPerQuery = 100;

/** Ids of the direct children of these issues, sub-tasks included. */
export async function childIds(
  asker: AskJira,
  parentIds: readonly string[],
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const chunk of chunksOf(parentIds, parentsPerQuery)) {
    await forThoseThatExist(chunk, async (known) => {
      const found = await searchIds(asker, idsIn("parent", known));
      if (found.kind === "read") ids.push(...found.ids);
      return found;
    });
  }
  return ids;
}

/** Those of these issues that have a child above sub-task level. Each is found by its first child, so few pages do. */
export async function parentsAmong(
  asker: AskJira,
  issueIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const parents = new Set<string>();
  for (const chunk of chunksOf(issueIds, parentsPerQuery)) {
    await forThoseThatExist(chunk, (known) => addParents(asker, known, parents));
  }
  return parents;
}

type Outcome = { readonly kind: "read" } | JqlRefused;

/**
 * Jira refuses `parent in (…)` as a whole where one of the issues does not exist, or is hidden from the app. Then each
 * half is asked alone; an issue that is refused alone has no children that count.
 */
async function forThoseThatExist(
  ids: readonly string[],
  ask: (ids: readonly string[]) => Promise<Outcome>,
): Promise<void> {
  if (ids.length === 0) return;
  const outcome = await ask(ids);
  if (outcome.kind === "read" || ids.length === 1) return;
  const half = Math.ceil(ids.length * 0.5);
  await forThoseThatExist(ids.slice(0, half), ask);
  await forThoseThatExist(ids.slice(half), ask);
}

async function addParents(
  asker: AskJira,
  issueIds: readonly string[],
  parents: Set<string>,
): Promise<Outcome> {
  let open = issueIds;
  while (open.length > 0) {
    const found = new Set<string>();
    const outcome = await firstParents(asker, open, found);
    if (outcome.kind === "refused") return outcome;
    for (const id of found) parents.add(id);
    open = found.size === 0 ? [] : open.filter((id) => !found.has(id));
  }
  return { kind: "read" };
}

const child = z.object({
  fields: z.object({
    parent: z.object({ id: z.string() }),
    issuetype: z.object({ hierarchyLevel: z.number() }),
  }),
});

/** Adds the parents on the first page that has any. */
function firstParents(
  asker: AskJira,
  issueIds: readonly string[],
  found: Set<string>,
): Promise<Outcome> {
  const asked = {
    jql: idsIn("parent", issueIds),
    fields: ["parent", "issuetype"],
    issue: child,
  };
  return search(asker, asked, (children) => {
    for (const { fields } of children) {
      if (fields.issuetype.hierarchyLevel >= 0) found.add(fields.parent.id);
    }
    return found.size > 0 ? "enough" : "more";
  });
}
