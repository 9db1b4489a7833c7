import { temporaryAccounts } from "../store/temporary-accounts";
import type { ChangeItem, IssueFields } from "../store/issue";
import type { Catalog, Named } from "../store/catalog";
import type { Store } from "../store/create-store";

/** The changelog items that Jira Cloud writes when fields of an issue change from one state to another. */
export function changeItems(
  before: IssueFields,
  after: IssueFields,
  store: Store,
  nameOf: (accountId: string) => string,
): readonly ChangeItem[] {
  const { catalog } = store;
  const items = [
    resolutionItem(before, after, catalog),
    reference("status", before.statusId, after.statusId, catalog.statuses),
    reference("priority", before.priorityId, after.priorityId, catalog.priorities),
    reference("issuetype", before.typeId, after.typeId, catalog.types),
    reference("security", before.securityLevelId, after.securityLevelId, catalog.securityLevels),
    assigneeItem(before.assignee, after.assignee, nameOf),
    parentItem(before.parentId, after.parentId, store),
    text("summary", before.summary, after.summary),
    text("labels", before.labels.join(" "), after.labels.join(" ")),
    pointsItem(before.storyPoints, after.storyPoints),
    seconds("timeoriginalestimate", before.originalEstimateSeconds, after.originalEstimateSeconds),
    seconds("timeestimate", before.remainingEstimateSeconds, after.remainingEstimateSeconds),
    dueDateItem(before.dueDate, after.dueDate),
    sprintItem(before.sprintIds, after.sprintIds, catalog),
    ...listItems(
      "Fix Version",
      "fixVersions",
      [before.fixVersionIds, after.fixVersionIds],
      catalog.versions,
    ),
    ...listItems(
      "Component",
      "components",
      [before.componentIds, after.componentIds],
      catalog.components,
    ),
  ];
  return items.filter((item) => item !== undefined);
}

function resolutionItem(before: IssueFields, after: IssueFields, catalog: Catalog) {
  return reference("resolution", before.resolutionId, after.resolutionId, catalog.resolutions);
}

function reference(
  field: string,
  from: string | null,
  to: string | null,
  names: ReadonlyMap<string, Named>,
): ChangeItem | undefined {
  if (from === to) return undefined;
  const name = (id: string | null) => (id === null ? null : (names.get(id)?.name ?? null));
  return {
    field,
    fieldtype: "jira",
    fieldId: field,
    from,
    fromString: name(from),
    to,
    toString: name(to),
  };
}

function assigneeItem(
  from: string | null,
  to: string | null,
  nameOf: (accountId: string) => string,
): ChangeItem | undefined {
  if (from === to) return undefined;
  return {
    field: "assignee",
    fieldtype: "jira",
    fieldId: "assignee",
    from,
    fromString: from === null ? null : nameOf(from),
    to,
    toString: to === null ? null : nameOf(to),
    ...temporaryAccounts(to),
  };
}

function parentItem(from: string | null, to: string | null, store: Store): ChangeItem | undefined {
  if (from === to) return undefined;
  const key = (id: string | null) => store.byId(id ?? "")?.fields.key ?? null;
  return {
    field: "IssueParentAssociation",
    fieldtype: "jira",
    from,
    fromString: key(from),
    to,
    toString: key(to),
  };
}

function text(field: string, fromString: string, toString: string): ChangeItem | undefined {
  if (fromString === toString) return undefined;
  return { field, fieldtype: "jira", fieldId: field, from: null, fromString, to: null, toString };
}

function pointsItem(from: number | null, to: number | null): ChangeItem | undefined {
  if (from === to) return undefined;
  return {
    field: "Story Points",
    fieldtype: "custom",
    fieldId: "customfield_10034",
    from: null,
    fromString: from === null ? "" : String(from),
    to: null,
    toString: to === null ? "" : String(to),
  };
}

function seconds(field: string, from: number | null, to: number | null): ChangeItem | undefined {
  if (from === to) return undefined;
  const written = (value: number | null) => (value === null ? null : String(value));
  return {
    field,
    fieldtype: "jira",
    fieldId: field,
    from: written(from),
    fromString: written(from),
    to: written(to),
    toString: written(to),
  };
}

function dueDateItem(from: string | null, to: string | null): ChangeItem | undefined {
  if (from === to) return undefined;
  const written = (day: string | null) => (day === null ? null : `${day} 00:00:00.0`);
  return {
    field: "duedate",
    fieldtype: "jira",
    fieldId: "duedate",
    from,
    fromString: written(from),
    to,
    toString: written(to),
  };
}

function sprintItem(
  from: readonly string[],
  to: readonly string[],
  { sprints }: Catalog,
): ChangeItem | undefined {
  if (from.join() === to.join()) return undefined;
  const names = (ids: readonly string[]) => ids.map((id) => sprints.get(id)?.name ?? id).join(", ");
  return {
    field: "Sprint",
    fieldtype: "custom",
    fieldId: "customfield_10020",
    from: from.join(", "),
    fromString: names(from),
    to: to.join(", "),
    toString: names(to),
  };
}

/** One item per thing added or removed. */
function listItems(
  field: string,
  fieldId: string,
  [before, after]: readonly [readonly string[], readonly string[]],
  names: ReadonlyMap<string, Named>,
): readonly ChangeItem[] {
  const name = (id: string) => names.get(id)?.name ?? id;
  const item = { field, fieldtype: "jira", fieldId } as const;
  return [
    ...before
      .filter((id) => !after.includes(id))
      .map((id) => ({ ...item, from: id, fromString: name(id), to: null, toString: null })),
    ...after
      .filter((id) => !before.includes(id))
      .map((id) => ({ ...item, from: null, fromString: null, to: id, toString: name(id) })),
  ];
}
