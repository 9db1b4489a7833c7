import type { Jira, ReadIssue } from "./jira-ports";

/**
 * Everything below these issues, level by level, each once, handed over as it is read. Sub-tasks are known by their
 * parent; only containers have to be searched for their children.
 */
export async function readDescendants(
  jira: Pick<Jira, "childIdsOf" | "issuesById">,
  roots: readonly ReadIssue[],
  onIssues: (issues: readonly ReadIssue[]) => Promise<void>,
): Promise<void> {
  const seen = new Set(roots.map(({ item }) => item.id));
  let level = roots;
  while (level.length > 0) {
    const ids = (await childIdsOf(jira, level)).filter((id) => !seen.has(id));
    for (const id of ids) seen.add(id);
    const { found } = await jira.issuesById(ids);
    if (found.length > 0) await onIssues(found);
    level = found;
  }
}

async function childIdsOf(
  jira: Pick<Jira, "childIdsOf">,
  issues: readonly ReadIssue[],
): Promise<readonly string[]> {
  const containers = issues.filter(({ item }) => item.level > 0).map(({ item }) => item.id);
  const subTaskIds = issues
    .filter(({ item }) => item.level === 0)
    .flatMap((issue) => issue.subTaskIds);
  const children = containers.length === 0 ? [] : await jira.childIdsOf(containers);
  return [...new Set([...children, ...subTaskIds])];
}
