import type { Category } from "../item";

/** The fields whose past values can be rebuilt from a changelog. */
export const replayFields = [
  "status",
  "resolution",
  "points",
  "estimate",
  "parent",
  "fix-version",
  "component",
  "sprint",
  "labels",
  "type",
  "project",
  "key",
] as const;
export type ReplayField = (typeof replayFields)[number];

/** One changelog item: ids in `from` and `to` where Jira gives them, what a person read in the texts. */
export type FieldChange = {
  readonly at: Date;
  readonly field: ReplayField;
  readonly from: string | null;
  readonly to: string | null;
  readonly fromText: string | null;
  readonly toText: string | null;
};

/** Something of Jira with its id and the name that it had then. */
export type Named = { readonly id: string; readonly name: string };

/** The values of the replayable fields of one issue at one instant. */
export type IssueValues = {
  /** Null before the entry into Done of which only its date is known. */
  readonly status: Named | null;
  readonly resolution: Named | null;
  readonly points: number | null;
  /** Own original estimate in seconds. */
  readonly estimateSeconds: number | null;
  readonly parentId: string | null;
  readonly fixVersions: readonly Named[];
  readonly components: readonly Named[];
  readonly sprintIds: readonly string[];
  readonly labels: readonly string[];
  readonly type: Named;
  readonly projectId: string;
  readonly key: string;
};

/** What Jira tells of one issue: how it stands, and all that its changelog says, oldest first. */
export type IssueHistory = {
  readonly id: string;
  readonly createdAt: Date;
  readonly present: IssueValues;
  /** Entry into Done as Jira gives it beside the changelog; null when not Done or unknown. */
  readonly doneSince: Date | null;
  readonly resolvedAt: Date | null;
  readonly changes: readonly FieldChange[];
};

/** What today's site says about ids and keys of the past. */
export type SiteWords = {
  /** By today's mapping; a status that no longer exists counts as "new". */
  readonly categoryOf: (status: Named) => Category;
  /** Jira's hierarchyLevel of a type. */
  readonly levelOf: (type: Named) => number;
  /** By any key that the issue has or had; null for an issue that nobody knows. */
  readonly issueIdOf: (key: string) => string | null;
};
