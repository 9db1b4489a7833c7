import type { IssueFields } from "../store/issue";
import type { ImportContext } from "./import-context";
import type { IssueLine } from "./issue-line";
import type { Edit } from "./edit";

/** An issue without history began open when we know that it was resolved later. */
export function withoutHistory(line: IssueLine, context: ImportContext): Partial<IssueFields> {
  if (line.historyBasis !== "none" || line.statusCategory !== "done") return {};
  if (line.resolved === null) return { categoryChangedAt: null };
  if (Date.parse(line.resolved) <= Date.parse(line.created)) {
    return { categoryChangedAt: Date.parse(line.resolved) };
  }
  const category = context.categoryOf(context.firstStatus);
  const open = category === "undefined" ? "new" : category;
  return { statusId: context.catalog.status(context.firstStatus, open, null) };
}

/** What happened without a trace in the changelog: resolution, and whatever else the final values need. */
export function hiddenChanges(
  line: IssueLine,
  known: {
    readonly initial: IssueFields;
    readonly changes: readonly Edit[];
    readonly end: IssueFields;
  },
): readonly Edit[] {
  const resolving = resolvingChange(line, known);
  const hidden = resolving === null ? [] : [resolving];
  const reached = [...known.changes, ...hidden]
    .toSorted((a, b) => a.at - b.at)
    .reduce<IssueFields>((fields, { patch }) => ({ ...fields, ...patch }), known.initial);
  const missing = differences(reached, known.end);
  const lastAt = Math.max(
    Date.parse(line.created),
    ...[...known.changes, ...hidden].map((change) => change.at),
  );
  const updatedAt = Date.parse(line.updated);
  if (Object.keys(missing).length === 0 && updatedAt <= lastAt) return hidden;
  return [...hidden, hiddenEdit(Math.max(updatedAt, lastAt), missing)];
}

function resolvingChange(
  line: IssueLine,
  known: { readonly initial: IssueFields; readonly end: IssueFields },
): Edit | null {
  if (line.resolved === null || Date.parse(line.resolved) <= Date.parse(line.created)) return null;
  if (line.changelog.some((item) => item.field === "resolution")) return null;
  const status = line.historyBasis === "none" ? { statusId: known.end.statusId } : {};
  const { resolutionId, resolvedAt } = known.end;
  return hiddenEdit(Date.parse(line.resolved), { ...status, resolutionId, resolvedAt });
}

function hiddenEdit(at: number, patch: Partial<IssueFields>): Edit {
  return { at, by: null, items: [], patch, hidden: true };
}

const derived = new Set(["categoryChangedAt", "updatedAt", "resolvedAt"]);

function differences(from: IssueFields, to: IssueFields): Partial<IssueFields> {
  const before = new Map<string, unknown>(Object.entries(from));
  const entries = Object.entries(to).filter(
    ([field, value]) => !derived.has(field) && !areAlike(value, before.get(field)),
  );
  return Object.fromEntries(entries);
}

/** Lists are sets here: Jira does not keep the order of versions or components. */
function areAlike(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return JSON.stringify(a.toSorted()) === JSON.stringify(b.toSorted());
}
