import type { Goal, GoalLink } from "../../domain/goal";
import type { HistogramCell } from "../../domain/histogram";
import type { SpreadCell } from "../../domain/spread-cell";
import type { CountingRule } from "../../domain/rule";
import type { ReadIssue } from "../jira-ports";
import type { Settings } from "../../domain/settings";
import type { PointsLeft } from "./points-ports";
import type { ScopeRow } from "./scope-row";

/** An issue that may have changed, and the version at which that was seen; null when nobody told. */
export type IssueMark = { readonly issueId: string; readonly seenAt: Date | null };

/** A marked issue that one drainer holds, with what was known of it before. */
export type ClaimedIssue = {
  readonly issueId: string;
  readonly sequence: number;
  readonly markedAt: Date;
  /** The highest version seen so far; what is read at an older one is stale. */
  readonly seenAt: Date | null;
  /** How often it was claimed since its last mark. */
  readonly tries: number;
  readonly before: {
    readonly parentId: string | null;
    readonly level: number;
    readonly updatedAt: Date;
    /** Hierarchy level of the parent; null when nothing is known of a parent. */
    readonly parentLevel: number | null;
  } | null;
};

export type DrainBeginning = {
  readonly claimed: readonly ClaimedIssue[];
  /** Links that bring the issues and their parents so far. */
  readonly links: ReadonlyMap<string, readonly GoalLink[]>;
  /** Null when there are too many to come along. */
  readonly rules: readonly GoalLink[] | null;
  readonly settings: Settings;
  readonly points: PointsLeft;
};

/** Issues that wait to be read again. */
export type ChangeQueue = {
  readonly length: number;
  /** Sequence of the first that nobody works on; null when there is none. */
  readonly firstFree: number | null;
  /** When the first of all was marked; null when none waits. */
  readonly waitingSince: Date | null;
};

/** A goal to roll, with the histogram of its scope as of the same instant as its sequence. */
export type GoalToRoll = {
  readonly goal: Pick<
    Goal,
    "id" | "rule" | "ruleVersion" | "combine" | "countSubTasks" | "ownWeight"
  > & {
    /** The goal's parent if that is combined by weights. */
    readonly weightedParentId: string | null;
  };
  readonly sequence: number;
  /** Sequence as of which the whole scope is to be placed anew; null when it is placed. */
  readonly toPlace: number | null;
  readonly cells: readonly HistogramCell[];
  readonly spreadCells: readonly SpreadCell[];
  readonly leavesByProject: Readonly<Record<string, number>>;
  readonly nextSettleAt: Date | null;
  /** Leaves and empty containers with an issue security level. */
  readonly secured: number;
};

/** The first of the goals to roll, and how many were asked for in the end: with fewer there is no other. */
export type GoalsToRoll = { readonly goals: readonly GoalToRoll[]; readonly limit: number };

export type SyncStore = {
  /**
   * Queues issues that may have changed, unless so many wait already. Gives the sequence of those that did not wait
   * before.
   */
  readonly mark: (
    marks: readonly IssueMark[],
    options: { readonly at: Date; readonly mostWaiting: number },
  ) => Promise<number>;
  readonly queue: () => Promise<ChangeQueue>;
  /** Leases the first of the free issues; whether there were any. */
  readonly claim: (claim: {
    readonly lease: string;
    readonly now: Date;
    readonly until: Date;
    readonly limit: number;
  }) => Promise<boolean>;
  /** All that whoever holds the lease needs before asking Jira. */
  readonly begin: (lease: string, now: Date) => Promise<DrainBeginning>;
  readonly acknowledgeIssues: (
    read: readonly { readonly issueId: string; readonly sequence: number }[],
  ) => Promise<void>;
  /** Unless marked again since, these are free again from then on. */
  readonly postponeIssues: (
    read: readonly { readonly issueId: string; readonly sequence: number }[],
    until: Date,
  ) => Promise<void>;
  readonly markGoals: (goalIds: readonly string[]) => Promise<void>;
  /** The same, and has the whole scope of each placed anew. */
  readonly markGoalsToPlace: (goalIds: readonly string[]) => Promise<void>;
  /** Marks the goals in whose scope these issues are, were lately, or ought to be. */
  readonly markGoalsOf: (issueIds: readonly string[]) => Promise<void>;
  /** Marks the goals in whose scope any issue of this project is. */
  readonly markGoalsOfProject: (projectId: string) => Promise<void>;
  /** Sequences of the last marks; goals that were never marked are left out. */
  readonly sequencesOf: (goalIds: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  /** At most so many goals, fewer where one statement cannot tell of so many. */
  readonly goalsToRoll: (asOf: Date, most: number) => Promise<GoalsToRoll>;
  readonly dirtyGoals: () => Promise<number>;
  readonly setPlaced: (goalId: string, sequence: number) => Promise<void>;
};

/** One issue as one goal reaches it or holds it in its scope. */
export type Placement = {
  readonly goalId: string;
  readonly issueId: string;
  /** The goal's sequence at the instant of the reading. */
  readonly stamp: number;
  readonly rule: CountingRule;
  readonly countSubTasks: boolean;
  /** Null when the goal no longer reaches the issue, or the issue is gone: it leaves the scope. */
  readonly issue: ReadIssue | null;
  /** A child of the issue, a sub-task of it, and whether its parent is in the same scope. */
  readonly childId: string | null;
  readonly subTaskId: string | null;
  readonly parentIn: boolean;
  /** Settle time of the issue's project; null when nobody has read it yet. */
  readonly settleDays: number | null;
};

/** What is to be written of an issue in a scope; without a row it leaves. */
export type PlacedRow = {
  readonly goalId: string;
  readonly issueId: string;
  readonly stamp: number;
  readonly row: ScopeRow | null;
};

export type PlaceStore = {
  readonly placements: (issueIds: readonly string[]) => Promise<readonly Placement[]>;
  /** Written over an older stamp only. */
  readonly place: (rows: readonly PlacedRow[], now: Date) => Promise<void>;
  /** Forgets what left the scope before then; nobody may be left who read it while it was in scope. */
  readonly forgetGone: (goalId: string, before: Date) => Promise<void>;
  /** After a change of a project's settle time. */
  readonly settleAnew: (projectId: string, settleDays: number) => Promise<void>;
  readonly securedLeavesOf: (
    goalIds: readonly string[],
  ) => Promise<ReadonlyMap<string, Readonly<Record<string, readonly string[]>>>>;
};
