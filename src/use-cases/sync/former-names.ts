import type { Item } from "../../domain/item";
import type { Ports } from "../ports";
import type { Naming } from "./kept-issue-ports";

/**
 * Which of these issues are named among the sub-tasks of another than their parent: a sub-task may have moved while
 * nothing was kept of it, and nobody tells its former parent.
 */
export async function formerNames(
  { store }: Pick<Ports, "store">,
  issues: readonly { readonly id: string; readonly parentId: string | null }[],
): Promise<readonly Naming[]> {
  if (issues.length === 0) return [];
  const parents = new Map(issues.map(({ id, parentId }) => [id, parentId]));
  const named = await store.scope.namersOf([...parents.keys()]);
  return named.filter(({ issueId, parentId }) => parents.get(issueId) !== parentId);
}

/** Those others, of issues of which nothing was kept so far; only sub-tasks are named. */
export async function formerNamers(
  ports: Pick<Ports, "store">,
  met: readonly Item[],
): Promise<readonly string[]> {
  const named = await formerNames(
    ports,
    met.filter(({ level }) => level < 0),
  );
  return named.map(({ parentId }) => parentId);
}
