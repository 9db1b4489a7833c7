import type { StoredIssue } from "../store/issue";
import type { Origin } from "../store/store-event";
import type { World } from "../world";

/** Puts an issue and its sub-tasks into the archive, or takes them out again; how many that were. */
export function setArchived(
  { store }: World,
  issue: StoredIssue,
  archived: boolean,
  origin: Origin,
): number {
  const children = [...store.idsOfChildren(issue.id)].flatMap((id) => store.byId(id) ?? []);
  const family = [issue, ...children.filter((child) => isSubTask(store, child))];
  const moved = family.filter((each) => each.archived !== archived);
  for (const { id } of moved) store.setArchived(id, archived, origin);
  return moved.length;
}

/** Sub-tasks go with their parent only. */
export function isSubTask({ catalog }: World["store"], { fields }: StoredIssue): boolean {
  return (catalog.types.get(fields.typeId)?.level ?? 0) < 0;
}
