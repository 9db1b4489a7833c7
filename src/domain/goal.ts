import type { CountingRule } from "./rule";

export type GoalState =
  | "candidate"
  | "committed"
  | "achieved"
  | "partly-achieved"
  | "missed"
  | "dropped"
  | "carried-over";

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
