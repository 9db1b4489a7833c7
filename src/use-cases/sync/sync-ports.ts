import type { GoalLink } from "../../domain/goal";
import type { CountingRule } from "../../domain/rule";
import type { ReadIssue } from "../jira-ports";
import type { Settings } from "../../domain/settings";
import type { PointsLeft } from "./points-ports";
import type { ScopeRow } from "./scope-row";

/** An issue that may have changed, and the version at which that was seen; null when nobody told. */
export type IssueMark = { readonly issueId: string; readonly seenAt: Date | null };

/** A mark of which somebody told the version. */
export type SeenMark = { readonly issueId: string; readonly seenAt: Date };

/** A marked issue that one drainer holds, with what was known of it before. */
export type ClaimedIssue = {
  readonly issueId: string;
  readonly sequence: number;
  readonly markedAt: Date;
  /** The highest version seen so far; what is read at an older one is stale. */
  readonly seenAt: Date | null;
  /** How often it was claimed since it was free last; a mark that finds it claimed counts as once. */
  readonly tries: number;
  /** Issues that name it among their sub-tasks, or did lately; those too of which nothing else is known. */
  readonly namedBy: readonly string[];
  readonly before: {
    readonly parentId: string | null;
    readonly level: number;
    readonly updatedAt: Date;
    /** Hierarchy level of the parent; null when nothing is known of a parent. */
    readonly parentLevel: number | null;
    /** The parent's parent, as far as it is known. */
    readonly grandparentId: string | null;
    /** Ids of its sub-tasks and of its parent's, as far as they are known. */
    readonly subTaskIds: readonly string[];
    readonly parentSubTaskIds: readonly string[];
  } | null;
};

export type DrainBeginning = {
  readonly claimed: readonly ClaimedIssue[];
  /**
   * Links that bring so far the issues, their parents, and of sub-tasks their parents' parents; null when there are too
   * many to come along.
   */
  readonly links: ReadonlyMap<string, readonly GoalLink[]> | null;
  /** Null when there are too many to come along. */
  readonly rules: readonly GoalLink[] | null;
  /** Ids of the projects that were read within two days, by the keys that they had then in small letters. */
  readonly projectOfKey: ReadonlyMap<string, string>;
  readonly settings: Settings;
  readonly points: PointsLeft;
};

/** What came of a mark. */
export type Marked = {
  /** Of the issues that did not wait before. */
  readonly sequence: number;
  /** False where some changed nothing: they waited like that already, or too many did. */
  readonly written: boolean;
};

/** How it stands with issues that were just marked. */
export type Noted = {
  /** How many of them wait, or are worked on. */
  readonly waiting: number;
  /** Sequence of the first of all that nobody works on; null when there is none. */
  readonly firstFree: number | null;
  /** A search for all that changed is asked for, and has not begun. */
  readonly isSearchAsked: boolean;
  /** Spent by reading in the background since the hour began, and the share of the hour's points that it may spend. */
  readonly pointsUsed: number;
  readonly pointsShare: number;
};

/** Issues that wait to be read again. */
export type ChangeQueue = {
  readonly length: number;
  /** Sequence of the first that nobody works on; null when there is none. */
  readonly firstFree: number | null;
  /** When the first of all was marked; null when none waits. */
  readonly waitingSince: Date | null;
};

/** A goal that waits to be rolled, and the sequence of the number it has; 0 where it has none. */
export type WaitingGoal = { readonly goalId: string; readonly rolled: number };

export type SyncStore = {
  /** Queues issues that may have changed; unless so many wait already, where a number is given. */
  readonly mark: (
    marks: readonly IssueMark[],
    options: { readonly at: Date; readonly mostWaiting?: number },
  ) => Promise<Marked>;
  readonly noted: (issueIds: readonly string[], now: Date) => Promise<Noted>;
  readonly queue: () => Promise<ChangeQueue>;
  /** Issues that wait since they were seen at versions since then, and were not worked on meanwhile, by id. */
  readonly waitingSince: (seen: Date) => Promise<readonly SeenMark[]>;
  /** Leases the first of the free issues; whether there were any. */
  readonly claim: (claim: {
    readonly lease: string;
    readonly now: Date;
    readonly until: Date;
    readonly limit: number;
  }) => Promise<boolean>;
  /** All that whoever holds the lease needs before asking Jira. */
  readonly begin: (lease: string, now: Date) => Promise<DrainBeginning>;
  /** All that this lease still holds is taken in: neither marked again since nor postponed. */
  readonly acknowledgeIssues: (lease: string) => Promise<void>;
  /** Unless marked again since, these are free again from then on, and no lease holds them. */
  readonly postponeIssues: (
    read: readonly { readonly issueId: string; readonly sequence: number }[],
    until: Date,
  ) => Promise<void>;
  readonly markGoals: (goalIds: readonly string[]) => Promise<void>;
  /** The same, and has the whole scope of each placed anew. */
  readonly markGoalsToPlace: (goalIds: readonly string[]) => Promise<void>;
  /**
   * After members of these goals were removed: whoever places a whole scope now that counts them may have read them
   * before, and nobody could tell later that it holds them. It is placed once more.
   */
  readonly placeAgain: (goalIds: readonly string[]) => Promise<void>;
  /** Marks the goals in whose scope these issues are, were lately, or ought to be. */
  readonly markGoalsOf: (issueIds: readonly string[]) => Promise<void>;
  /** Marks the goals in whose scope any issue of this project is. */
  readonly markGoalsOfProject: (projectId: string) => Promise<void>;
  /** Sequences of the last marks; goals that were never marked are left out. */
  readonly sequencesOf: (goalIds: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  /** How many goals wait to be rolled. */
  readonly dirtyGoals: () => Promise<number>;
  /** The same by id, as many as wanted. */
  readonly waitingGoals: (most: number) => Promise<readonly WaitingGoal[]>;
  /** Its scope is placed as of that mark; where it was marked to be placed meanwhile, by whoever, it is placed once more. */
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
  /** Whether the same goal reaches a child of the issue, a sub-task of it, and its parent. */
  readonly childIn: boolean;
  readonly subTaskIn: boolean;
  readonly parentIn: boolean;
  /** Every sub-task that the issue names is known. */
  readonly knowsSubTasks: boolean;
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
  /** After a change of a project's settle time. */
  readonly settleAnew: (projectId: string, settleDays: number) => Promise<void>;
};
