import { temporaryAccounts } from "../store/temporary-accounts";
import type { MappedItem } from "./change-effect";
import type { CatalogBuilder } from "./catalog-builder";
import type { ImportContext } from "./import-context";
import type { ChangeLine } from "./issue-line";

export function mapPerson(
  field: "assignee" | "reporter",
  line: ChangeLine,
  catalog: CatalogBuilder,
): MappedItem {
  const from = catalog.person(line.from);
  const to = catalog.person(line.to);
  const temporary = field === "assignee" ? temporaryAccounts(to) : {};
  return {
    item: {
      field,
      fieldtype: "jira",
      fieldId: field,
      from,
      fromString: catalog.nameOf(from),
      to,
      toString: catalog.nameOf(to),
      ...temporary,
    },
    effect: { kind: "set", before: { [field]: from }, after: { [field]: to } },
  };
}

export function mapFixVersion(
  line: ChangeLine,
  context: ImportContext,
  projectId: string,
): MappedItem {
  const { fromString, toString } = line;
  const removed = versionId(line.from, fromString, context, projectId);
  const added = versionId(line.to, toString, context, projectId);
  return {
    item: {
      field: "Fix Version",
      fieldtype: "jira",
      fieldId: "fixVersions",
      from: removed,
      fromString,
      to: added,
      toString,
    },
    effect: { kind: "list", field: "fixVersionIds", removed, added },
  };
}

/** Affected versions: exports tell their changes only. */
export function mapVersion(
  line: ChangeLine,
  context: ImportContext,
  projectId: string,
): MappedItem {
  const { fromString, toString } = line;
  const from = versionId(line.from, fromString, context, projectId);
  const to = versionId(line.to, toString, context, projectId);
  return {
    item: {
      field: "Version",
      fieldtype: "jira",
      fieldId: "versions",
      from,
      fromString,
      to,
      toString,
    },
    effect: { kind: "none" },
  };
}

function versionId(
  sourceId: string | null,
  name: string | null,
  { catalog, siteId }: ImportContext,
  projectId: string,
): string | null {
  if (name === null) return null;
  const id = sourceId && siteId(sourceId);
  return catalog.version({ id, name, projectId, released: false, releaseDate: null });
}

export function mapComponent(
  line: ChangeLine,
  catalog: CatalogBuilder,
  projectId: string,
): MappedItem {
  const { fromString, toString } = line;
  const removed = fromString && catalog.component(fromString, projectId);
  const added = toString && catalog.component(toString, projectId);
  return {
    item: {
      field: "Component",
      fieldtype: "jira",
      fieldId: "components",
      from: removed,
      fromString,
      to: added,
      toString,
    },
    effect: { kind: "list", field: "componentIds", removed, added },
  };
}

/** Both sides are the whole list of sprints; closed ones stay in it. */
export function mapSprint(
  line: ChangeLine,
  { catalog, siteId }: ImportContext,
  projectId: string,
): MappedItem {
  const ids = (list: string | null, names: string | null) => {
    const sourceIds = partsOf(list);
    const name = partsOf(names);
    const known = { state: "closed", start: 0, end: 0, complete: 0 };
    return (sourceIds.length > 0 ? sourceIds : name).map((_each, index) => {
      const sourceId = sourceIds[index];
      const id = sourceId === undefined ? null : Number(siteId(sourceId));
      return catalog.sprint({ ...known, id, name: name[index] ?? "" }, projectId);
    });
  };
  const from = ids(line.from, line.fromString);
  const to = ids(line.to, line.toString);
  return {
    item: {
      field: "Sprint",
      fieldtype: "custom",
      fieldId: "customfield_10020",
      from: from.join(", "),
      fromString: line.fromString ?? "",
      to: to.join(", "),
      toString: line.toString ?? "",
    },
    effect: { kind: "set", before: { sprintIds: from }, after: { sprintIds: to } },
  };
}

function partsOf(list: string | null): readonly string[] {
  return (list ?? "").split(", ").filter((each) => each !== "");
}

const linkSentence = /^This issue (.+) (\S+)$/;

export function mapLink(line: ChangeLine): MappedItem {
  const { field, from, fromString, to, toString } = line;
  return {
    item: { field, fieldtype: "jira", from, fromString, to, toString },
    effect: {
      kind: "list",
      field: "links",
      removed: linkOf(fromString),
      added: linkOf(toString),
    },
  };
}

function linkOf(sentence: string | null): string | null {
  const [, words, key] = linkSentence.exec(sentence ?? "") ?? [];
  return words === undefined || key === undefined ? null : `${words}|${key}`;
}
