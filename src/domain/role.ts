import type { Role } from "./histogram";
import type { Item } from "./item";

/** What of an issue decides what it is within a scope. */
export type Kin = Pick<Item, "id" | "parentId" | "level" | "hasChildren" | "hasSubTasks">;

/**
 * What every issue of a scope is within it. Only leaves and empty containers count: a parent that counted itself beside
 * its children would count the same work twice.
 */
export function rolesOf(
  items: readonly Kin[],
  options: { readonly countSubTasks: boolean },
): ReadonlyMap<string, Role> {
  const family = familyOf(items);
  const roleOf = options.countSubTasks ? roleCountingSubTasks : roleFoldingSubTasks;
  return new Map(items.map((item) => [item.id, roleOf(item, family)]));
}

/** Who is in scope, and whose children are. A parent reference to itself is no family. */
type Family = {
  readonly members: ReadonlySet<string>;
  readonly parentsOfIssues: ReadonlySet<string>;
  readonly parentsOfSubTasks: ReadonlySet<string>;
};

function familyOf(items: readonly Kin[]): Family {
  const members = new Set<string>();
  const parentsOfIssues = new Set<string>();
  const parentsOfSubTasks = new Set<string>();
  for (const item of items) {
    members.add(item.id);
    if (item.parentId === null || item.parentId === item.id) continue;
    (item.level < 0 ? parentsOfSubTasks : parentsOfIssues).add(item.parentId);
  }
  return { members, parentsOfIssues, parentsOfSubTasks };
}

function roleFoldingSubTasks(item: Kin, family: Family): Role {
  if (item.level < 0) return isFolded(item, family) ? "folded" : "leaf";
  return roleAboveSubTasks(item, family);
}

function roleCountingSubTasks(item: Kin, family: Family): Role {
  if (item.level < 0) return "leaf";
  if (family.parentsOfSubTasks.has(item.id)) return "container";
  return roleAboveSubTasks(item, family);
}

function isFolded(subTask: Kin, family: Family): boolean {
  const { id, parentId } = subTask;
  return parentId !== null && parentId !== id && family.members.has(parentId);
}

function roleAboveSubTasks(item: Kin, family: Family): Role {
  if (family.parentsOfIssues.has(item.id)) return "container";
  if (item.level < 1 || item.hasChildren || item.hasSubTasks) return "leaf";
  return family.parentsOfSubTasks.has(item.id) ? "leaf" : "empty-container";
}
