import type { StoredIssue } from "../../store/issue";
import type { Asker } from "../../visibility";
import type { World } from "../../world";
import { issueTypeBean, priorityBean, statusBean } from "./catalog-beans";

/** An issue as it stands in `parent`, `subtasks` and `issuelinks` of another one. */
function linkedIssueBean(world: World, { id, fields }: StoredIssue) {
  const { statuses, types, priorities } = world.store.catalog;
  const status = statuses.get(fields.statusId);
  const type = types.get(fields.typeId);
  const priority = priorities.get(fields.priorityId ?? "");
  return {
    id,
    key: fields.key,
    self: `${world.siteUrl}/rest/api/3/issue/${id}`,
    fields: {
      summary: fields.summary,
      ...(status && { status: statusBean(world, status) }),
      ...(priority && { priority: priorityBean(world, priority) }),
      ...(type && { issuetype: issueTypeBean(world, type) }),
    },
  };
}

/** Undefined when there is none, and when the asker may not see it. */
export function parentBean(world: World, asker: Asker, { fields }: StoredIssue) {
  const parent = world.store.byId(fields.parentId ?? "");
  if (parent === undefined || !asker.sees(parent)) return undefined;
  return linkedIssueBean(world, parent);
}

export function subtaskBeans(world: World, asker: Asker, { id }: StoredIssue) {
  return [...world.store.idsOfChildren(id)]
    .flatMap((childId) => world.store.byId(childId) ?? [])
    .filter((child) => (world.store.catalog.types.get(child.fields.typeId)?.level ?? 0) < 0)
    .filter(asker.sees)
    .map((child) => linkedIssueBean(world, child));
}

export function issueLinkBeans(world: World, asker: Asker, { id, fields }: StoredIssue) {
  return fields.links.flatMap((link) => {
    const bar = link.lastIndexOf("|");
    const words = link.slice(0, bar);
    const other = world.store.byKey(link.slice(bar + 1));
    const type = world.store.catalog.linkTypes.get(words);
    if (other === undefined || type === undefined || !asker.sees(other)) return [];
    const linkId = String((Number(id) % 1_000_000) * 1_000_000 + (Number(other.id) % 1_000_000));
    const end = type.outward === words ? "outwardIssue" : "inwardIssue";
    return [
      {
        id: linkId,
        self: `${world.siteUrl}/rest/api/3/issueLink/${linkId}`,
        type: { ...type, self: `${world.siteUrl}/rest/api/3/issueLinkType/${type.id}` },
        [end]: linkedIssueBean(world, other),
      },
    ];
  });
}
