/** The values of an issue's fields at one instant. Instants are epoch milliseconds. */
export type IssueFields = {
  readonly key: string;
  readonly projectId: string;
  readonly typeId: string;
  readonly summary: string;
  readonly statusId: string;
  /** Last entry into the present status category; null when the data do not say. */
  readonly categoryChangedAt: number | null;
  readonly priorityId: string | null;
  readonly resolutionId: string | null;
  readonly resolvedAt: number | null;
  readonly assignee: string | null;
  readonly reporter: string | null;
  readonly parentId: string | null;
  readonly fixVersionIds: readonly string[];
  readonly componentIds: readonly string[];
  readonly labels: readonly string[];
  readonly sprintIds: readonly string[];
  readonly storyPoints: number | null;
  readonly originalEstimateSeconds: number | null;
  readonly remainingEstimateSeconds: number | null;
  readonly timeSpentSeconds: number | null;
  /** yyyy-mm-dd */
  readonly dueDate: string | null;
  readonly securityLevelId: string | null;
  /** `<words of this end>|<key of the other issue>`, as "blocks|ABC-1". */
  readonly links: readonly string[];
  readonly updatedAt: number;
};

/** One item of a changelog history in the shape of Jira Cloud. */
export type ChangeItem = {
  readonly field: string;
  readonly fieldtype: "jira" | "custom";
  readonly fieldId?: string;
  readonly from: string | null;
  readonly fromString: string | null;
  readonly to: string | null;
  readonly toString: string | null;
  readonly tmpFromAccountId?: string | null;
  readonly tmpToAccountId?: string | null;
};

/** One edit of an issue. A hidden one happened, but no changelog tells of it. */
export type Change = {
  readonly id: string;
  readonly at: number;
  readonly by: string | null;
  readonly items: readonly ChangeItem[];
  readonly patch: Partial<IssueFields>;
  readonly hidden: boolean;
};

/** An issue with its whole known history: how it was created, and what happened to it, oldest first. */
export type RecordedIssue = {
  readonly id: string;
  readonly createdAt: number;
  readonly creator: string | null;
  readonly initial: IssueFields;
  readonly changes: readonly Change[];
};

/** An issue as it stands at the site's time, with the changes that have happened so far. */
export type StoredIssue = {
  readonly id: string;
  readonly createdAt: number;
  readonly creator: string | null;
  /** As it was created. */
  readonly initial: IssueFields;
  readonly fields: IssueFields;
  readonly past: readonly Change[];
  /** In the archive: read-only, and out of sight for everybody until it is restored. */
  readonly archived: boolean;
};
