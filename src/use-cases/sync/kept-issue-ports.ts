import type { ChangedIssue } from "../jira-ports";

/** A sub-task, known or not, and an issue that names it among its sub-tasks or did lately. */
export type Naming = { readonly issueId: string; readonly parentId: string };

/** What is asked of kept facts beside the facts themselves. */
export type KeptIssueStore = {
  /** Versions of the facts that are kept; epoch 0 for what is gone. */
  readonly versionsOf: (issueIds: readonly string[]) => Promise<ReadonlyMap<string, Date>>;
  readonly namersOf: (subTaskIds: readonly string[]) => Promise<readonly Naming[]>;
  /** Issues that are kept at versions since then and were read so many milliseconds after their version or later, by id. */
  readonly readLateEnough: (since: Date, milliseconds: number) => Promise<readonly ChangedIssue[]>;
  /** Ids of kept facts, gone ones too, in ascending order. */
  readonly issueIdsAfter: (after: string, limit: number) => Promise<readonly string[]>;
  /** Ids of the children, sub-tasks included, of which facts are kept. */
  readonly knownChildrenOf: (issueIds: readonly string[]) => Promise<readonly string[]>;
  readonly issueCount: () => Promise<number>;
  /** Forgets the facts of what has been gone since before then. */
  readonly forgetGoneIssues: (before: Date) => Promise<void>;
};
