import type { ReadIssue } from "./jira-ports";
import { learnIssues } from "./learn-issues";
import type { Ports } from "./ports";

/**
 * A container without a child in scope is a leaf when it has children in Jira, and empty when it has none: only Jira
 * knows. Asks which of these have a child above sub-task level, and writes it down, with one child of each: when that
 * leaves, its own change tells that the container has to be asked about again.
 */
export async function askForChildren(ports: Ports, containerIds: readonly string[]): Promise<void> {
  if (containerIds.length === 0) return;
  const { store, now } = ports;
  const readAt = now();
  const children = await oneChildOfEach(ports, containerIds);
  await learnIssues(ports, [...children.values()], readAt);
  const [withChildren, without] = [
    containerIds.filter((id) => children.has(id)),
    containerIds.filter((id) => !children.has(id)),
  ];
  if (withChildren.length > 0) await store.scope.setHasChildren(withChildren, true);
  if (without.length > 0) await store.scope.setHasChildren(without, false);
}

/** Search lags behind: a child that it names may have left meanwhile, and then the container may have others. */
async function oneChildOfEach(
  { jira }: Ports,
  containerIds: readonly string[],
): Promise<ReadonlyMap<string, ReadIssue>> {
  const named = await jira.parentsAmong(containerIds);
  if (named.size === 0) return new Map();
  const { found } = await jira.issuesById([...named.values()]);
  const confirmed = byParent(found);
  const unsure = [...named.keys()].filter((id) => !confirmed.has(id));
  const others = unsure.length === 0 ? [] : await jira.childrenOf(unsure);
  const sure = [...byParent(others), ...confirmed];
  const asked = new Set(containerIds);
  return new Map(sure.filter(([id]) => asked.has(id)));
}

const byParent = (issues: readonly ReadIssue[]) =>
  new Map(
    issues.flatMap((issue) => {
      const { level, parentId } = issue.item;
      return level < 0 || parentId === null ? [] : [[parentId, issue] as const];
    }),
  );
