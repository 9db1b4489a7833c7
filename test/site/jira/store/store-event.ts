import type { Sprint, Version } from "./catalog";
import type { Change, IssueFields, StoredIssue } from "./issue";

/** What happened in the site, told after it happened. */
export type StoreEvent = IssueEvent | ArchiveEvent | VersionEvent | SprintEvent;

export type IssueEvent =
  | { readonly kind: "created"; readonly issue: StoredIssue; readonly origin: Origin }
  | {
      readonly kind: "changed";
      readonly issue: StoredIssue;
      readonly before: IssueFields;
      readonly change: Change;
      readonly origin: Origin;
    }
  | { readonly kind: "deleted"; readonly issue: StoredIssue; readonly origin: Origin };

/** An issue went into the archive or came back. Forge has no event for it, and the issue is not updated by it. */
export type ArchiveEvent = {
  readonly kind: "archived" | "restored";
  readonly issue: StoredIssue;
  readonly origin: Origin;
};

export type VersionEvent = {
  readonly kind: "version";
  readonly what: "created" | "updated" | "released" | "unreleased" | "deleted";
  readonly version: Version;
  /** Of a deleted version: the one that its issues got instead. */
  readonly moveTo?: Version;
  readonly origin: Origin;
};

export type SprintEvent = {
  readonly kind: "sprint";
  readonly what: "created" | "updated" | "started" | "closed" | "deleted";
  readonly sprint: Sprint;
  /** Undefined when it is new, or when time alone moved it. */
  readonly before: Sprint | undefined;
  readonly origin: Origin;
};

/** Who did it, and whether it was the app. */
export type Origin = { readonly accountId: string | null; readonly byApp: boolean };
