import type { DatedDay, KeptDay } from "../domain/days/kept-day";
import type { IssueHistory, Named, ReplayField } from "../domain/replay/history";
import type { Category } from "../domain/item";

/** An issue with all that its changelog tells, and what decides who may see it. */
export type KnownHistory = {
  readonly history: IssueHistory;
  readonly projectKey: string;
  readonly secured: boolean;
  /** Jira's `updated`: the version of what was read. */
  readonly updatedAt: Date;
};

/** What today's site says of the ids that histories name. */
export type SiteVocabulary = {
  readonly statuses: readonly (Named & { readonly category: Category })[];
  readonly types: readonly (Named & { readonly level: number })[];
  readonly readAt: Date;
};

/** Changes of one field: all, or those from or to one of these values (ids or names, "" for none). */
export type ChangeWish = {
  readonly field: ReplayField;
  /** Null for all. */
  readonly values: readonly string[] | null;
};

/** Jira's past, as the app. Every list is read to its end or the call throws JiraRefused. */
export type JiraPast = {
  /** The issues as they stand, with the changelog of all replayable fields. Issues that are gone are left out. */
  readonly histories: (issueIds: readonly string[]) => Promise<readonly KnownHistory[]>;
  /** All issues of these projects whose changelog tells a change that is wished for, and perhaps some more. */
  readonly changedIn: (
    projectIds: readonly string[],
    wishes: readonly ChangeWish[],
  ) => Promise<readonly string[]>;
  readonly vocabulary: () => Promise<SiteVocabulary>;
  /** The most recently created issues of a project that have a size today, of those created by an instant. */
  readonly sizedBy: (projectId: string, at: Date) => Promise<readonly KnownHistory[]>;
  /** At most 500 containers of a project created by an instant, most recently created first, with their children. */
  readonly containersBy: (projectId: string, at: Date) => Promise<readonly KnownHistory[]>;
};

export type HistoryStore = {
  /** Never an older version over a newer one. */
  readonly put: (histories: readonly KnownHistory[]) => Promise<void>;
  readonly byId: (issueIds: readonly string[]) => Promise<readonly KnownHistory[]>;
  /** Of all issues that are in the scope of the goal or are known to have been. */
  readonly ofGoal: (goalId: string) => Promise<readonly KnownHistory[]>;
  /** Issues that may have been in the scope of the goal once; they are never forgotten. */
  readonly addPastMembers: (goalId: string, issueIds: readonly string[]) => Promise<void>;
  /** The same for all that is in the scope of the goal now. */
  readonly rememberScope: (goalId: string) => Promise<void>;
  /** Issues that Jira does not give: not asked for again in the version that is known. */
  readonly putMissing: (issueIds: readonly string[]) => Promise<void>;
  /** Issues that are or were in the scope of the goal whose history was not read since they last changed. */
  readonly unread: (goalId: string, limit: number) => Promise<readonly string[]>;
  readonly vocabulary: () => Promise<SiteVocabulary | null>;
  readonly putVocabulary: (vocabulary: SiteVocabulary) => Promise<void>;
};

/** What a goal amounted to on a day, as it was seen then (00:00 in the site's time zone). */
export type GoalDay = KeptDay & {
  readonly goalId: string;
  /** Calendar day in the site's time zone, "2026-03-16". */
  readonly day: string;
};

export type DayStore = {
  /** Writes the day of every goal that has a rollup, is not archived and has none for that day. */
  readonly snapshot: (day: string) => Promise<void>;
  /** In ascending day, both ends included, packed or not. */
  readonly of: (goalId: string, from: string, to: string) => Promise<readonly GoalDay[]>;
};

/** The days of one goal in one calendar month, "2026-03", in ascending day. */
export type GoalMonth = {
  readonly goalId: string;
  readonly month: string;
  readonly days: readonly DatedDay[];
};

/** Days that have a row each, and months that hold days of one goal in one row. */
export type MonthStore = {
  /** The oldest day that has a row of its own, and the first goals by id that have one on it; null without any. */
  readonly oldest: (
    limit: number,
  ) => Promise<{ readonly day: string; readonly goalIds: readonly string[] } | null>;
  /** Days of these goals that have a row of their own, of this month. */
  readonly unpacked: (goalIds: readonly string[], month: string) => Promise<readonly GoalMonth[]>;
  readonly packed: (goalIds: readonly string[], month: string) => Promise<readonly GoalMonth[]>;
  /** Never fewer days over more. */
  readonly put: (months: readonly GoalMonth[]) => Promise<void>;
  /** Deletes the rows of exactly these days. */
  readonly dropUnpacked: (months: readonly GoalMonth[]) => Promise<void>;
  /** Deletes the packed months before this one. */
  readonly forgetBefore: (month: string) => Promise<void>;
};
