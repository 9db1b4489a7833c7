import type { Store } from "./store/create-store";
import type { StoredIssue } from "./store/issue";
import type { ArchiveEvent, IssueEvent } from "./store/store-event";

/**
 * What searches look in. Jira Cloud searches an index that trails writes; a search sees an issue as it is now only when
 * asked to reconcile it. The answers themselves hold present values.
 */
export type SearchIndex = {
  readonly find: (query: Query, reconciled?: ReadonlySet<string>) => readonly StoredIssue[];
  /** Site milliseconds until a write is found; 0 lets searches see every write at once. */
  readonly setLag: (milliseconds: number) => void;
};

/** A query ready to run against the site as it is now. */
type Query = {
  readonly matches: (issue: StoredIssue) => boolean;
  readonly compare: (a: StoredIssue, b: StoredIssue) => number;
  readonly run: () => readonly StoredIssue[];
};

type Write = {
  readonly at: number;
  readonly issueId: string;
  /** Undefined when the write created the issue. */
  readonly before: StoredIssue | undefined;
};

export function createSearchIndex(store: Store, initialLag = 0): SearchIndex {
  let lag = initialLag;
  let writes: readonly Write[] = [];

  store.onEvent((event) => {
    if (lag === 0 || event.kind === "version" || event.kind === "sprint") return;
    const write = { at: store.now(), issueId: event.issue.id, before: beforeOf(event) };
    writes = [...unseen(), write];
  });
  const unseen = () => writes.filter(({ at }) => at > store.now() - lag);

  return {
    setLag: (milliseconds) => {
      lag = milliseconds;
    },
    find: (query, reconciled = new Set()) => {
      writes = unseen();
      const indexed = new Map<string, StoredIssue | undefined>();
      for (const { issueId, before } of writes) {
        if (!reconciled.has(issueId) && !indexed.has(issueId)) indexed.set(issueId, before);
      }
      const found = query.run();
      if (indexed.size === 0) return found;
      const old = [...indexed.values()].filter((issue) => issue !== undefined);
      return [
        ...found.filter(({ id }) => !indexed.has(id)),
        ...old.filter((issue) => query.matches(issue)),
      ].sort(query.compare);
    },
  };
}

function beforeOf(event: IssueEvent | ArchiveEvent): StoredIssue | undefined {
  switch (event.kind) {
    case "created":
      return undefined;
    case "deleted":
      return event.issue;
    case "archived":
    case "restored":
      return { ...event.issue, archived: event.kind === "restored" };
    case "changed":
      return { ...event.issue, fields: event.before, past: event.issue.past.slice(0, -1) };
  }
}
