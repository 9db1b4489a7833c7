import type { GoalLink } from "../../domain/goal";
import type { GoalToRead, KeptPass, Pass } from "./pass-ports";
import type { GoalReading } from "./stored-rollup";

/** An issue whose children are to be read. */
export type Parent = { readonly issueId: string; readonly subTaskIds: readonly string[] };

/** What is kept of an issue, as far as a reading needs it. */
export type KnownIssue = {
  readonly parentId: string | null;
  readonly isGone: boolean;
  readonly readAt: Date;
};

/** What a pass has read of a goal so far, of one hierarchy level. */
export type LevelCount = {
  readonly goalId: string;
  readonly level: number;
  readonly issues: number;
  /** Those of them whose children are read too, and how many sub-tasks they have. */
  readonly parents: number;
  readonly subTasks: number;
};

/** Reading of links, many at once. `pass` is the number of a pass; links that a later one reads are no longer its own. */
export type ReadingStore = PassStore & GoalReadingStore;

type PassStore = {
  readonly keptPass: () => Promise<KeptPass>;
  /** Written over exactly this version only; whether it was. */
  readonly keepPass: (pass: Pass | null, version: number, at: Date) => Promise<boolean>;
  /** Links of these goals that were not read since it was asked for become the pass's own, under a new sweep each. */
  readonly join: (pass: number, goals: readonly GoalToRead[]) => Promise<void>;
  /** Issues that its links name, in ascending id after this one. */
  readonly roots: (pass: number, after: string, limit: number) => Promise<readonly string[]>;
  /** Those of the issues that links name become what these links bring; null: all that they name. */
  readonly takeRoots: (pass: number, issueIds: readonly string[] | null) => Promise<void>;
  readonly rules: (pass: number, after: string, limit: number) => Promise<readonly GoalLink[]>;
  readonly takeMatches: (
    pass: number,
    linkId: string,
    issueIds: readonly string[],
  ) => Promise<void>;
  /** A rule that Jira refuses leaves the pass with Jira's message. */
  readonly refuse: (
    pass: number,
    refused: { readonly linkId: string; readonly message: string; readonly at: Date },
  ) => Promise<void>;
  /** Highest level among the issues that links with descendants have brought; null when there are none. */
  readonly topLevel: (pass: number, goalIds: readonly string[]) => Promise<number | null>;
  /** Issues of a level that a goal's links with descendants have brought, in ascending id; of level 0 those with sub-tasks. */
  readonly parentsAt: (
    pass: number,
    at: { readonly goalId: string; readonly level: number; readonly after: string },
    limit: number,
  ) => Promise<readonly Parent[]>;
  /** Those of the issues that were read since then come to every link that brings their parent with its descendants. */
  readonly takeChildren: (
    pass: number,
    children: { readonly ids: readonly string[]; readonly readSince: Date },
  ) => Promise<void>;
  /** Members that the pass has not met. */
  readonly unseen: (pass: number, goalIds: readonly string[]) => Promise<readonly string[]>;
  readonly dropUnseen: (pass: number, goalIds: readonly string[]) => Promise<void>;
  readonly markRead: (pass: number, at: Date) => Promise<void>;
  /** Containers without a known child above sub-task level, whose children were not to be read. */
  readonly unsearched: (pass: number, goalIds: readonly string[]) => Promise<readonly string[]>;
  readonly counts: (pass: number, goalIds: readonly string[]) => Promise<readonly LevelCount[]>;
};

type GoalReadingStore = {
  /** Goals whose reading was asked for and has not ended, with how many links each has. */
  readonly waiting: () => Promise<readonly (GoalToRead & { readonly links: number })[]>;
  readonly putReadings: (readings: readonly Noted[]) => Promise<void>;
  /** The same, but a reading that was asked for meanwhile stays asked for. */
  readonly putUnlessAsked: (readings: readonly Noted[]) => Promise<void>;
  /** Those of the issues of which facts are kept, gone ones too. */
  readonly knownAmong: (issueIds: readonly string[]) => Promise<ReadonlyMap<string, KnownIssue>>;
  /** Those of the issues of which no child above sub-task level is known. */
  readonly childlessAmong: (issueIds: readonly string[]) => Promise<readonly string[]>;
  /** Issues that the goal's own links bring, in ascending id, with their parents. */
  readonly ownAfter: (
    goalId: string,
    after: string,
    limit: number,
  ) => Promise<readonly { readonly issueId: string; readonly parentId: string | null }[]>;
  readonly projectsOf: (goalIds: readonly string[]) => Promise<readonly string[]>;
  /** Jira's messages about refused rules, by goal. */
  readonly refusalsOf: (
    goalIds: readonly string[],
  ) => Promise<ReadonlyMap<string, readonly string[]>>;
  /** Marks the goals in whose scopes what these bring counts. */
  readonly markCounting: (goalIds: readonly string[]) => Promise<void>;
};

type Noted = { readonly goalId: string; readonly reading: GoalReading };
