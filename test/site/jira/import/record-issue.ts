import type { IssueFields, RecordedIssue } from "../store/issue";
import { type Effect, type MappedItem, patchOf, undo } from "./change-effect";
import type { Edit } from "./edit";
import { fieldsAtEnd } from "./fields-at-end";
import { hiddenChanges, withoutHistory } from "./hidden-changes";
import type { ImportContext } from "./import-context";
import type { ChangeLine, IssueLine } from "./issue-line";
import { mapChange } from "./map-change";

/**
 * Rebuilds an issue's life: the final values with the changelog undone are the initial ones; from there the changes
 * play forward. Where they do not lead to the final values, a hidden last change does.
 */
export function recordIssue(
  line: IssueLine,
  context: ImportContext,
  nextChangeId: () => string,
): RecordedIssue {
  const createdAt = Date.parse(line.created);
  const end = fieldsAtEnd(line, context);
  const edits = mapEdits(line, context, end.projectId);
  const initial = initialFields(line, end, edits, context);
  const changes = withResolvedAt(playForward(initial, edits), end);
  const all = [...changes, ...hiddenChanges(line, { initial, changes, end })];
  return {
    id: context.siteId(line.id),
    createdAt,
    creator: initial.reporter,
    initial,
    changes: withUpdated(all.toSorted(byTime), Date.parse(line.updated)).map((change) => ({
      ...change,
      id: nextChangeId(),
    })),
  };
}

type MappedEdit = {
  readonly at: number;
  readonly by: string | null;
  readonly mapped: readonly MappedItem[];
};

function mapEdits(
  line: IssueLine,
  context: ImportContext,
  projectId: string,
): readonly MappedEdit[] {
  const edits: { at: number; by: string | null; mapped: MappedItem[] }[] = [];
  for (const item of line.changelog.toSorted(byTimeOfLine)) {
    const at = Date.parse(item.at);
    const by = context.catalog.person(item.by);
    const mapped = mapChange(item, context, projectId);
    const last = edits.at(-1);
    if (last?.at === at && last.by === by) last.mapped.push(mapped);
    else edits.push({ at, by, mapped: [mapped] });
  }
  return edits;
}

function initialFields(
  line: IssueLine,
  end: IssueFields,
  edits: readonly MappedEdit[],
  context: ImportContext,
): IssueFields {
  const undone = edits
    .flatMap((edit) => edit.mapped)
    .reduceRight((fields, { effect }) => undo(fields, effect), end);
  const createdAt = Date.parse(line.created);
  const resolutionKnown = edits.some((edit) =>
    edit.mapped.some(({ item }) => item.field === "resolution"),
  );
  const resolvedLater = line.resolved !== null && Date.parse(line.resolved) > createdAt;
  return {
    ...undone,
    ...(!resolutionKnown && resolvedLater ? { resolutionId: null } : {}),
    ...withoutHistory(line, context),
    resolvedAt: resolvedAtStart(undone, resolutionKnown, resolvedLater, line),
    updatedAt: createdAt,
  };
}

function resolvedAtStart(
  undone: IssueFields,
  resolutionKnown: boolean,
  resolvedLater: boolean,
  line: IssueLine,
): number | null {
  if (resolutionKnown) return undone.resolutionId === null ? null : Date.parse(line.created);
  return resolvedLater || line.resolved === null ? null : Date.parse(line.resolved);
}

function playForward(initial: IssueFields, edits: readonly MappedEdit[]): readonly Edit[] {
  let fields = initial;
  return edits.map(({ at, by, mapped }) => {
    const effects: readonly Effect[] = mapped.map(({ effect }) => effect);
    const patch = patchOf(fields, effects);
    fields = { ...fields, ...patch };
    return { at, by, items: mapped.map(({ item }) => item), patch, hidden: false };
  });
}

/** Jira's resolution date can differ by milliseconds from the time of the change; the export knows the last one. */
function withResolvedAt(changes: readonly Edit[], end: IssueFields): readonly Edit[] {
  if (end.resolutionId === null) return changes;
  const last = changes.findLastIndex(({ patch }) => patch.resolutionId !== undefined);
  return changes.map((change, index) =>
    index === last && change.patch.resolutionId !== null
      ? { ...change, patch: { ...change.patch, resolvedAt: end.resolvedAt } }
      : change,
  );
}

/** Changelog items can be milliseconds later than `updated`; in the end `updated` is what the export says. */
function withUpdated(changes: readonly Edit[], updatedAt: number): readonly Edit[] {
  const last = changes.at(-1);
  if (last === undefined) return changes;
  return [...changes.slice(0, -1), { ...last, patch: { ...last.patch, updatedAt } }];
}

function byTime(a: { readonly at: number }, b: { readonly at: number }): number {
  return a.at - b.at;
}

function byTimeOfLine(a: ChangeLine, b: ChangeLine): number {
  return Date.parse(a.at) - Date.parse(b.at);
}
