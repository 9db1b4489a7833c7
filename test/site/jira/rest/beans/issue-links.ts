import { linkIdOf, placedLinks } from "../../issue-link";
import type { LinkType } from "../../store/catalog";
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

/** Sorted by the name of their type. */
export function issueLinkBeans(world: World, asker: Asker, issue: StoredIssue) {
  const byType = placedLinks(world, issue).toSorted((a, b) => (a.type.name < b.type.name ? -1 : 1));
  return byType.flatMap((link) => {
    const { type, source, destination } = link;
    const isSource = source.id === issue.id;
    const other = isSource ? destination : source;
    if (!asker.sees(other)) return [];
    const id = linkIdOf(link);
    return [
      {
        id,
        self: `${world.siteUrl}/rest/api/3/issueLink/${id}`,
        type: linkTypeBean(world, type),
        [isSource ? "outwardIssue" : "inwardIssue"]: linkedIssueBean(world, other),
      },
    ];
  });
}

export function linkTypeBean({ siteUrl }: World, type: LinkType) {
  return { ...type, self: `${siteUrl}/rest/api/3/issueLinkType/${type.id}` };
}
