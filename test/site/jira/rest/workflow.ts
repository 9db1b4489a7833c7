import type { Status } from "../store/catalog";
import type { World } from "../world";

/** Exports tell no workflows: an issue may go to every status that an issue of its project is or was in. */
export function statusesOfProject({ store }: World, projectId: string): readonly Status[] {
  const ids = new Set<string>();
  for (const issueId of store.idsOfProject(projectId)) {
    const issue = store.byId(issueId);
    if (issue === undefined) continue;
    ids.add(issue.fields.statusId);
    for (const { patch } of issue.past) if (patch.statusId !== undefined) ids.add(patch.statusId);
  }
  return [...ids]
    .flatMap((id) => store.catalog.statuses.get(id) ?? [])
    .sort(
      (a, b) =>
        order.indexOf(a.category) - order.indexOf(b.category) || Number(a.id) - Number(b.id),
    );
}

const order = ["undefined", "new", "indeterminate", "done"];
