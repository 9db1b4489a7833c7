import type { Ports } from "./ports";

/**
 * A container without a child in scope is a leaf when it has children in Jira, and empty when it has none: only Jira
 * knows. Asks which of these have a child above sub-task level, and writes it down.
 */
export async function askForChildren(
  { jira, store }: Ports,
  containerIds: readonly string[],
): Promise<void> {
  if (containerIds.length === 0) return;
  const parents = await jira.parentsAmong(containerIds);
  const [withChildren, without] = [
    containerIds.filter((id) => parents.has(id)),
    containerIds.filter((id) => !parents.has(id)),
  ];
  if (withChildren.length > 0) await store.scope.setHasChildren(withChildren, true);
  if (without.length > 0) await store.scope.setHasChildren(without, false);
}
