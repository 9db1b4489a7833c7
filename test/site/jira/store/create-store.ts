import type { Clock } from "../../clock";
import { applyChange } from "./apply-change";
import type { Catalog } from "./catalog";
import { catalogEvent, type CatalogOccurrence, catalogOccurrences } from "./catalog-life";
import type { Change, IssueFields, RecordedIssue, StoredIssue } from "./issue";
import { createIssueIndex, type IssueIndex } from "./issue-index";
import type { Origin, SprintEvent, StoreEvent, VersionEvent } from "./store-event";
import { type Occurrence, occurrencesOf } from "./recorded-life";
import { createNumbers } from "./numbers";
import { createTimeline } from "./timeline";

/** The issues of the site at its time. Everything recorded happens when its time comes; edits happen now. */
export type Store = Omit<IssueIndex, "put" | "remove"> & {
  readonly catalog: Catalog;
  readonly now: () => number;
  readonly catchUp: () => void;
  readonly onEvent: (listener: (event: StoreEvent) => void) => void;
  readonly create: (
    fields: Omit<IssueFields, "key" | "updatedAt" | "categoryChangedAt">,
    origin: Origin,
  ) => StoredIssue;
  readonly change: (
    issueId: string,
    edit: Pick<Change, "items" | "patch">,
    origin: Origin,
  ) => StoredIssue;
  readonly remove: (issueId: string, origin: Origin) => void;
  readonly setArchived: (issueId: string, archived: boolean, origin: Origin) => void;
  readonly putVersion: (event: Omit<VersionEvent, "kind">) => void;
  readonly putSprint: (event: Omit<SprintEvent, "kind" | "before">) => void;
  readonly stop: () => void;
};

export function createStore(
  clock: Clock,
  given: Catalog,
  recorded: readonly RecordedIssue[],
): Store {
  const versions = new Map(given.versions);
  const sprints = new Map(given.sprints);
  const catalog = { ...given, versions, sprints };
  const index = createIssueIndex();
  const listeners: ((event: StoreEvent) => void)[] = [];
  const removed = new Set<string>();
  const numbers = createNumbers(recorded);
  let loading = true;

  const tell = (event: StoreEvent) => {
    if (!loading) for (const listener of listeners) listener(event);
  };
  const apply = (issue: StoredIssue, change: Change, byApp: boolean) => {
    const fields = applyChange(issue.fields, change, catalog.statuses);
    const after = { ...issue, fields, past: [...issue.past, change] };
    index.put(after);
    const origin = { accountId: change.by, byApp };
    tell({ kind: "changed", issue: after, before: issue.fields, change, origin });
    return after;
  };
  const happen = ({ issue, change }: Occurrence) => {
    if (removed.has(issue.id)) return;
    const known = index.byId(issue.id);
    if (change !== null) {
      if (known !== undefined) apply(known, change, false);
      return;
    }
    const { id, createdAt, creator, initial } = issue;
    const created = { id, createdAt, creator, initial, fields: initial, past: [], archived: false };
    index.put(created);
    tell({ kind: "created", issue: created, origin: { accountId: creator, byApp: false } });
  };
  const happenToCatalog = (occurrence: CatalogOccurrence) => {
    const event = catalogEvent(occurrence, { versions, sprints });
    if (event !== undefined) tell(event);
  };
  const timelines = [
    createTimeline(clock, recorded.flatMap(occurrencesOf), happen),
    createTimeline(clock, catalogOccurrences(given), happenToCatalog),
  ];
  const catchUp = () => {
    for (const timeline of timelines) timeline.catchUp();
  };
  catchUp();
  loading = false;

  const { put, remove, ...reading } = index;
  return {
    ...reading,
    catalog,
    now: () => clock.now(),
    catchUp,
    stop: () => {
      for (const timeline of timelines) timeline.stop();
    },
    onEvent: (listener) => {
      listeners.push(listener);
    },
    create: (fields, origin) => {
      const now = clock.now();
      const projectKey = catalog.projects.get(fields.projectId)?.key ?? "";
      const initial: IssueFields = {
        ...fields,
        key: `${projectKey}-${String(numbers.nextIssueNumber(projectKey))}`,
        categoryChangedAt: now,
        updatedAt: now,
      };
      const issue: StoredIssue = {
        id: numbers.nextIssueId(),
        createdAt: now,
        creator: origin.accountId,
        initial,
        fields: initial,
        past: [],
        archived: false,
      };
      put(issue);
      tell({ kind: "created", issue, origin });
      return issue;
    },
    change: (issueId, { items, patch }, origin) => {
      const issue = index.byId(issueId);
      if (issue === undefined) throw new Error(`no issue ${issueId}`);
      const { accountId: by, byApp } = origin;
      const change = {
        id: numbers.nextChangeId(),
        at: clock.now(),
        by,
        items,
        patch,
        hidden: false,
      };
      return apply(issue, change, byApp);
    },
    remove: (issueId, origin) => {
      const issue = index.byId(issueId);
      if (issue === undefined) return;
      removed.add(issueId);
      remove(issueId);
      tell({ kind: "deleted", issue, origin });
    },
    setArchived: (issueId, archived, origin) => {
      const known = index.byId(issueId);
      if (known === undefined || known.archived === archived) return;
      const issue = { ...known, archived };
      put(issue);
      tell({ kind: archived ? "archived" : "restored", issue, origin });
    },
    putVersion: (event) => {
      const { id } = event.version;
      if (event.what === "deleted") versions.delete(id);
      else versions.set(id, event.version);
      tell({ kind: "version", ...event });
    },
    putSprint: (event) => {
      const id = String(event.sprint.id);
      const before = sprints.get(id);
      if (event.what === "deleted") sprints.delete(id);
      else sprints.set(id, event.sprint);
      tell({ kind: "sprint", before, ...event });
    },
  };
}
