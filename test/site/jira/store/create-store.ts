import type { Clock } from "../../clock";
import { applyChange } from "./apply-change";
import type { Catalog } from "./catalog";
import type { Change, IssueFields, RecordedIssue, StoredIssue } from "./issue";
import { createIssueIndex, type IssueIndex } from "./issue-index";
import type { Origin, StoreEvent } from "./store-event";
import { createTimeline, type Occurrence } from "./timeline";

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
  readonly stop: () => void;
};

export function createStore(
  clock: Clock,
  catalog: Catalog,
  recorded: readonly RecordedIssue[],
): Store {
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
    const created = { id, createdAt, creator, initial, fields: initial, past: [] };
    index.put(created);
    tell({ kind: "created", issue: created, origin: { accountId: creator, byApp: false } });
  };
  const timeline = createTimeline(clock, recorded, happen);
  timeline.catchUp();
  loading = false;

  const { put, remove, ...reading } = index;
  return {
    ...reading,
    catalog,
    now: () => clock.now(),
    catchUp: timeline.catchUp,
    stop: timeline.stop,
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
  };
}

/** New ids and issue numbers lie above all recorded ones, those still to come included. */
function createNumbers(recorded: readonly RecordedIssue[]) {
  let issueId = 10_000;
  let changeId = 10_000;
  const numbers = new Map<string, number>();
  const see = (key: string) => {
    const dash = key.lastIndexOf("-");
    const project = key.slice(0, dash);
    numbers.set(project, Math.max(numbers.get(project) ?? 0, Number(key.slice(dash + 1))));
  };
  for (const { id, initial, changes } of recorded) {
    issueId = Math.max(issueId, Number(id));
    see(initial.key);
    for (const change of changes) {
      changeId = Math.max(changeId, Number(change.id));
      if (change.patch.key !== undefined) see(change.patch.key);
    }
  }
  return {
    nextIssueId: () => String((issueId += 1)),
    nextChangeId: () => String((changeId += 1)),
    nextIssueNumber: (projectKey: string) => {
      const number = (numbers.get(projectKey) ?? 0) + 1;
      numbers.set(projectKey, number);
      return number;
    },
  };
}
