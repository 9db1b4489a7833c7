import type { CountingRule } from "./rule";

export type GoalState =
  | "candidate"
  | "committed"
  | "achieved"
  | "partly-achieved"
  | "missed"
  | "dropped"
  | "carried-over";

export type Combine = "union" | "weighted";

/** An outcome somebody owns. Days are calendar days in the site's time zone, "2026-03-16". */
export type Goal = {
  readonly id: string;
  readonly parentId: string | null;
  readonly title: string;
  readonly why: string;
  readonly owner: string | null;
  readonly state: GoalState;
  readonly rule: CountingRule;
  readonly countSubTasks: boolean;
  /** How the work of sub-goals joins: as one set of issues, or as the mean of the children's numbers by weight. */
  readonly combine: Combine;
  /** Whole number: what this goal weighs in a weighted parent. */
  readonly weight: number;
  /** What the goal's own links weigh beside its children when it is weighted itself. */
  readonly ownWeight: number;
  readonly startDay: string | null;
  readonly targetDay: string | null;
  readonly archived: boolean;
  /** Optimistic lock. */
  readonly version: number;
  /** Counts the changes of rule or of its options; a rollup names the one it used. */
  readonly ruleVersion: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

/** How work joins a goal. `issue`: the issue (with its descendants, or alone); `rule`: the matches of a JQL. */
export type GoalLink = {
  readonly id: string;
  readonly goalId: string;
  readonly descendants: boolean;
  readonly createdBy: string;
  readonly createdAt: Date;
  /** When its members were last read completely; null before the first time. */
  readonly readAt: Date | null;
  /** Jira's message when the rule was refused at the last reading. */
  readonly broken: string | null;
} & (
  | { readonly kind: "issue"; readonly issueId: string }
  | { readonly kind: "rule"; readonly jql: string }
);
