import type { Jira, ReadIssue } from "./jira-ports";

/**
 * Everything below these issues, level by level, each once, handed over as it is read. Sub-tasks are known by their
 * parent; only containers have to be searched for their children.
 */
export async function readDescendants(
  jira: Jira,
  roots: readonly ReadIssue[],
  onIssues: (issues: readonly ReadIssue[]) => Promise<void>,
): Promise<void> {
  const seen = new Set(roots.map(({ item }) => item.id));
  let level = roots;
  while (level.length > 0) {
    const below = (await childrenOf(jira, level)).filter(({ item }) => !seen.has(item.id));
    for (const { item } of below) seen.add(item.id);
    if (below.length > 0) await onIssues(below);
    level = below;
  }
}

async function childrenOf(jira: Jira, issues: readonly ReadIssue[]): Promise<readonly ReadIssue[]> {
  const containers = issues.filter(({ item }) => item.level > 0).map(({ item }) => item.id);
  const subTaskIds = issues
    .filter(({ item }) => item.level === 0)
    .flatMap((issue) => issue.subTaskIds);
  const children = containers.length === 0 ? [] : await jira.childrenOf(containers);
  const { found } = await jira.issuesById(subTaskIds);
  return [...new Map([...children, ...found].map((issue) => [issue.item.id, issue])).values()];
}
