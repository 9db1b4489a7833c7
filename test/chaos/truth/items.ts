import { grouped } from "../../../src/domain/grouped";
import type { Category, Item } from "../../../src/domain/item";
import type { LocalJira } from "../../site/jira/create-jira";
import type { StoredIssue } from "../../site/jira/store/issue";

/** Every issue that the app may see, as the specification's theory knows it, straight from the site's own store. */
export function itemsOf(jira: LocalJira): ReadonlyMap<string, Item> {
  const app = jira.visibility.askerOf(jira.appAccountId);
  const seen = [...jira.store.all()].filter((issue) => app?.sees(issue) === true);
  const ids = new Set(seen.map(({ id }) => id));
  const children = grouped(
    seen.filter(({ fields }) => fields.parentId !== null && ids.has(fields.parentId)),
    ({ fields }) => fields.parentId ?? "",
  );
  return new Map(
    seen.map((issue) => [
      issue.id,
      itemOf(jira, issue, { ids, own: children.get(issue.id) ?? [] }),
    ]),
  );
}

function itemOf(
  jira: LocalJira,
  { id, fields }: StoredIssue,
  { ids, own }: { readonly ids: ReadonlySet<string>; readonly own: readonly StoredIssue[] },
): Item {
  const { types, resolutions } = jira.store.catalog;
  const levelOf = (typeId: string) => types.get(typeId)?.level ?? 0;
  const category = categoryOf(jira, fields.statusId);
  const subTasks = own.filter((child) => levelOf(child.fields.typeId) < 0);
  const estimates = subTasks.flatMap((child) => child.fields.originalEstimateSeconds ?? []);
  const open = subTasks.filter((child) => categoryOf(jira, child.fields.statusId) !== "done");
  const doneAt = fields.categoryChangedAt ?? fields.resolvedAt;
  return {
    id,
    projectId: fields.projectId,
    typeId: fields.typeId,
    level: levelOf(fields.typeId),
    parentId: fields.parentId !== null && ids.has(fields.parentId) ? fields.parentId : null,
    category,
    resolution: resolutions.get(fields.resolutionId ?? "")?.name ?? null,
    doneSince: category === "done" && doneAt !== null ? new Date(doneAt) : null,
    points: fields.storyPoints,
    estimateSeconds: fields.originalEstimateSeconds,
    subTaskEstimateSeconds:
      estimates.length === 0 ? null : estimates.reduce((sum, each) => sum + each, 0),
    openSubTasks: open.length,
    hasSubTasks: subTasks.length > 0,
    hasChildren: own.length > subTasks.length,
  };
}

function categoryOf(jira: LocalJira, statusId: string): Category {
  const category = jira.store.catalog.statuses.get(statusId)?.category;
  return category === "done" || category === "indeterminate" ? category : "new";
}
