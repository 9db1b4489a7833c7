import type { Item } from "../domain/item";
import type { StatusHistory } from "../domain/settle-time";
import type { Estimation } from "./settings/settings-ports";

/** An issue as the app reads it: the item, and what the store keeps beside it. */
export type ReadIssue = {
  /** openSubTasks counts fields.subtasks; subTaskEstimateSeconds is null and hasChildren false until derived. */
  readonly item: Item;
  readonly key: string;
  readonly projectKey: string;
  /** Of what was read from Jira just now; the store does not keep it. */
  readonly projectName?: string;
  readonly createdAt: Date;
  /** Jira's `updated`: the version of what was read. */
  readonly updatedAt: Date;
  /** Has an issue security level, so that project browse alone does not decide who sees it. */
  readonly secured: boolean;
  readonly subTaskIds: readonly string[];
};

/** Jira refused a JQL; the message is Jira's own. */
export type JqlRefused = { readonly kind: "refused"; readonly message: string };

/** An issue that a search by its last update found. */
export type ChangedIssue = {
  readonly id: string;
  readonly updatedAt: Date;
  readonly parentId: string | null;
};

/** What a search for changes has not told of yet. */
export type ChangesLeft = {
  /** Null for all. */
  readonly projectIds: readonly string[] | null;
  /** In the first so many of the projects, or in all, it has come to `from`. */
  readonly begun: number;
  readonly from: Date;
};

/** What one JQL matches, or why Jira refuses it. Ids ascend. */
export type RuleMatch = { readonly kind: "read"; readonly ids: readonly string[] } | JqlRefused;

/** At most so many of what a search finds, from its beginning or where a page of it ended. */
export type SearchPage = { readonly most: number; readonly from: string | null };

/** What a search found, and where it goes on; null at its end. */
export type FoundIds = { readonly ids: readonly string[]; readonly next: string | null };

/** Jira as the app. Every list is read to its end or the call throws JiraRefused. */
export type Jira = {
  readonly issuesById: (ids: readonly string[]) => Promise<{
    readonly found: readonly ReadIssue[];
    readonly missing: readonly string[];
  }>;
  /** As search knows it, which lags behind. */
  readonly idsByJql: (jql: string) => Promise<RuleMatch>;
  /** One page of that. Where Jira no longer knows where the last one ended, the first again. */
  readonly pageByJql: (
    jql: string,
    page: SearchPage,
  ) => Promise<({ readonly kind: "read" } & FoundIds) | JqlRefused>;
  readonly approximateCount: (jql: string) => Promise<number | null>;
  /** Direct children of these issues, sub-tasks included, as search knows them. */
  readonly childIdsOf: (parentIds: readonly string[]) => Promise<readonly string[]>;
  /** One page of that, of at most 100 parents. */
  readonly childPageOf: (parentIds: readonly string[], page: SearchPage) => Promise<FoundIds>;
  /** The same, read by id. */
  readonly childrenOf: (parentIds: readonly string[]) => Promise<readonly ReadIssue[]>;
  /** Those of these issues that have a child above sub-task level, each with such a child, as search knows it. */
  readonly parentsAmong: (issueIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /**
   * Issues that were updated since then and before `until`, as far as the app may browse them: of these projects, or of
   * all where none are named. It goes on with what is left of it. Of what is known it need not tell unless it was updated
   * after the second of its version. It ends where `onPage` has seen enough, and goes on with what was left there.
   */
  readonly changedSince: (
    asked: ChangesLeft & {
      readonly since: Date;
      readonly until: Date | null;
      readonly known: readonly ChangedIssue[];
    },
    onPage: (issues: readonly ChangedIssue[], left: ChangesLeft) => Promise<"more" | "enough">,
  ) => Promise<void>;
  /** Which of these issues match each JQL now, in the order of the queries. */
  readonly matching: (
    jqls: readonly string[],
    issueIds: readonly string[],
  ) => Promise<readonly RuleMatch[]>;
  /** Status histories of all issues of a project that are or were Done; null where the app may not browse it. */
  readonly statusHistories: (projectId: string) => Promise<readonly StatusHistory[] | null>;
  /** Sized issues of a project, most recently created first, for the size pools. */
  readonly sizedIssues: (projectId: string) => Promise<readonly ReadIssue[]>;
  /** At most 500 containers (hierarchy level above 0) of a project, most recently created first. */
  readonly containersOf: (projectId: string) => Promise<readonly ReadIssue[]>;
  readonly projectsById: (
    ids: readonly string[],
  ) => Promise<readonly { readonly id: string; readonly key: string }[]>;
  /** Fields that may hold story points, and how at most 100 boards estimate; null when Jira does not tell now. */
  readonly estimation: () => Promise<Estimation | null>;
  /** Names of the site's resolutions. */
  readonly resolutions: () => Promise<readonly string[]>;
  readonly namesOf: (accountIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
};

/** What a viewer sees of an issue. */
export type SeenIssue = {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly projectKey: string;
};

/** Jira as the person who asks. */
export type Viewer = {
  readonly accountId: string;
  readonly isAdmin: () => Promise<boolean>;
  /** Which of these projects and issues the person may browse (one permissions/check, at most 1,000 each a request). */
  readonly browsable: (asked: {
    readonly projectIds: readonly string[];
    readonly issueIds: readonly string[];
  }) => Promise<{
    readonly projectIds: ReadonlySet<string>;
    readonly issueIds: ReadonlySet<string>;
  }>;
  /** Those of the issues that the person may see. */
  readonly see: (issueIds: readonly string[]) => Promise<readonly SeenIssue[]>;
  readonly seeByKey: (keys: readonly string[]) => Promise<readonly SeenIssue[]>;
  readonly checkJql: (jql: string) => Promise<{ readonly kind: "valid" } | JqlRefused>;
  /** Those of these queries in which every name exists to the person. */
  readonly understood: (jqls: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly approximateCount: (
    jql: string,
  ) => Promise<{ readonly kind: "counted"; readonly count: number } | JqlRefused>;
  readonly searchPeople: (
    query: string,
  ) => Promise<readonly { readonly accountId: string; readonly name: string }[]>;
};
