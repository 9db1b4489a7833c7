import { fieldOfChange } from "../../src/domain/replay/change-field";
import type {
  FieldChange,
  IssueHistory,
  IssueValues,
  Named,
  SiteWords,
} from "../../src/domain/replay/history";
import { importExports } from "../site/jira/import/import-exports";
import { readExports } from "../site/jira/import/read-exports";
import type { Catalog } from "../site/jira/store/catalog";
import type { ChangeItem, IssueFields, RecordedIssue } from "../site/jira/store/issue";

/** The issues of one export file as a Jira site would tell them: present values and changelog. */
export type ExportHistories = {
  readonly name: string;
  readonly histories: readonly IssueHistory[];
  readonly words: SiteWords;
  /** Issues whose changelog is complete. */
  readonly complete: ReadonlySet<string>;
  readonly catalog: Catalog;
};

/** Reads every export of a folder, or one file, each as a site of its own. */
export async function readHistories(path: string): Promise<readonly ExportHistories[]> {
  const files = await readExports(path);
  return files.map((file) => {
    const { catalog, issues } = importExports([file]);
    const full = file.lines.map(({ historyBasis }) => historyBasis === "full");
    const words = wordsOf(catalog, issues);
    const known = new Set(issues.map(({ id }) => id));
    return {
      name: file.name,
      histories: issues.map((issue) => historyOf(issue, catalog, known)),
      words,
      complete: new Set(issues.filter((_, n) => full[n]).map(({ id }) => id)),
      catalog,
    };
  });
}

function wordsOf(catalog: Catalog, issues: readonly RecordedIssue[]): SiteWords {
  const ids = new Map(
    issues.flatMap(({ id, initial, changes }) => [
      [initial.key, id] as const,
      ...changes.flatMap(({ patch }) =>
        patch.key === undefined ? [] : [[patch.key, id] as const],
      ),
    ]),
  );
  return {
    categoryOf: ({ id }) => {
      const category = catalog.statuses.get(id)?.category;
      return category === undefined || category === "undefined" ? "new" : category;
    },
    levelOf: ({ id }) => catalog.types.get(id)?.level ?? 0,
    issueIdOf: (key) => ids.get(key) ?? null,
  };
}

function historyOf(
  issue: RecordedIssue,
  catalog: Catalog,
  known: ReadonlySet<string>,
): IssueHistory {
  const present = issue.changes.reduce<IssueFields>(
    (fields, { patch }) => ({ ...fields, ...patch }),
    issue.initial,
  );
  const told = issue.changes.filter(({ hidden }) => !hidden);
  return {
    id: issue.id,
    createdAt: new Date(issue.createdAt),
    present: valuesOf(present, catalog),
    doneSince: instantOrNull(doneSince(issue, catalog)),
    resolvedAt: instantOrNull(present.resolvedAt),
    changes: told.flatMap(({ at, items }) =>
      items
        .flatMap((item) => changesOf(item, new Date(at), catalog))
        .map((change) => (change.field === "parent" ? amongKnown(change, known) : change)),
    ),
  };
}

const instantOrNull = (at: number | null) => (at === null ? null : new Date(at));

/** What Jira calls the date of the last change of status category. */
function doneSince({ initial, changes }: RecordedIssue, { statuses }: Catalog): number | null {
  const categoryOf = (statusId: string) => statuses.get(statusId)?.category;
  let category = categoryOf(initial.statusId);
  let since = initial.categoryChangedAt;
  for (const { at, patch } of changes) {
    const next = patch.statusId === undefined ? category : categoryOf(patch.statusId);
    if (next !== category) since = at;
    category = next;
  }
  return category === "done" ? since : null;
}

function valuesOf(fields: IssueFields, catalog: Catalog): IssueValues {
  return {
    status: named(fields.statusId, catalog.statuses),
    resolution:
      fields.resolutionId === null ? null : named(fields.resolutionId, catalog.resolutions),
    points: fields.storyPoints,
    estimateSeconds: fields.originalEstimateSeconds,
    parentId: fields.parentId,
    fixVersions: fields.fixVersionIds.map((id) => named(id, catalog.versions)),
    components: fields.componentIds.map((id) => named(id, catalog.components)),
    sprintIds: fields.sprintIds,
    labels: fields.labels,
    type: named(fields.typeId, catalog.types),
    projectId: fields.projectId,
    key: fields.key,
  };
}

const named = (id: string, all: ReadonlyMap<string, Named>): Named => ({
  id,
  name: all.get(id)?.name ?? id,
});

const siteFields = { points: ["customfield_10034"], sprint: ["customfield_10020"] };

/** Exports tell a move by its keys; the ids of the projects follow from them. */
function changesOf(item: ChangeItem, at: Date, catalog: Catalog): readonly FieldChange[] {
  const field = fieldOfChange(item, siteFields);
  if (field === null || field === "project") return [];
  const { from, to, fromString, toString } = item;
  const change = { at, field, from, to, fromText: fromString, toText: toString };
  if (field !== "key") return [change];
  const projects = { from: projectOf(fromString, catalog), to: projectOf(toString, catalog) };
  return [change, { ...change, ...projects, field: "project" }];
}

/** A parent that is not in the file is no parent. */
function amongKnown(change: FieldChange, known: ReadonlySet<string>): FieldChange {
  const from = change.from !== null && known.has(change.from) ? change.from : null;
  const to = change.to !== null && known.has(change.to) ? change.to : null;
  return { ...change, from, to, fromText: null, toText: null };
}

function projectOf(key: string | null, { projects }: Catalog): string | null {
  if (key === null) return null;
  const projectKey = key.slice(0, key.lastIndexOf("-"));
  return [...projects.values()].find((project) => project.key === projectKey)?.id ?? null;
}
