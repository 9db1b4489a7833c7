import type { Goal, GoalLink } from "../domain/goal";
import type { HistogramCell } from "../domain/histogram";
import type { Progress, Rollup } from "../domain/rollup";
import type { CountingRule } from "../domain/rule";
import type { Settings } from "../domain/settings";
import type { SpreadEnds } from "../domain/spread";
import type { Pools, ProjectPools } from "../domain/size-pool";
import type { DayStore, HistoryStore } from "./history-ports";
import type { ReadIssue } from "./jira-ports";
import type { PeopleStore } from "./people-ports";
import type { AccountStore } from "./personal-data-ports";
import type { SettingsStore } from "./settings/settings-ports";
import type { PointsLedger } from "./sync/points-ports";
import type { RoomStore } from "./sync/room-ports";
import type { KeptIssueStore } from "./sync/kept-issue-ports";
import type { ReadingStore } from "./sync/reading-ports";
import type { ScopeRow } from "./sync/scope-row";
import type { StateStore } from "./sync/state-ports";
import type { PlaceStore, SyncStore } from "./sync/sync-ports";

export type { ScopeRow } from "./sync/scope-row";

/** A rollup as stored, with what a gadget must know beside the numbers. */
export type StoredRollup = {
  readonly goalId: string;
  readonly rollup: Rollup;
  /** Null for a union. Of a weighted parent: the progress of its own links alone, null when they bring nothing. */
  readonly weighted: { readonly own: Progress | null } | null;
  /** How far the rules lie apart; null for a weighted parent and where no rule gives a number. */
  readonly spread: SpreadEnds | null;
  readonly ruleVersion: number;
  readonly computedAt: Date;
  /** Leaves per project, to tell a viewer how many are hidden. */
  readonly leavesByProject: Readonly<Record<string, number>>;
  /** Leaves with an issue security level, by project; their visibility is asked one by one. */
  readonly securedLeaves: Readonly<Record<string, readonly string[]>>;
  readonly poolVersions: Readonly<Record<string, string>>;
  /** When time alone turns the next claimed leaf into a confirmed one. */
  readonly nextSettleAt: Date | null;
};

/** Where the reading of a goal's links stands. */
export type GoalReading =
  | { readonly kind: "queued"; readonly since: Date }
  | {
      readonly kind: "reading";
      readonly read: number;
      readonly about: number | null;
      readonly since: Date;
    }
  | { readonly kind: "complete"; readonly at: Date }
  | { readonly kind: "broken"; readonly detail: string; readonly at: Date };

/** A goal with the stored state that every list shows. Rollup null before the first. */
export type GoalRow = {
  readonly goal: Goal;
  readonly rollup: StoredRollup | null;
  readonly reading: GoalReading | null;
};

export type ProjectSettle = {
  readonly projectId: string;
  readonly projectKey: string;
  readonly days: number;
  readonly reopenings: number;
  readonly readAt: Date;
};

export type AuditEntry = {
  readonly id: string;
  readonly at: Date;
  readonly goalId: string;
  readonly accountId: string;
  readonly action: string;
  /** JSON-able details: what it was, what it became. */
  readonly details: Readonly<Record<string, unknown>>;
};

export type Membership = { readonly link: GoalLink; readonly issueId: string };

export type GoalStore = {
  readonly byId: (goalId: string) => Promise<Goal | null>;
  /** One SQL statement: goal, rollup and reading together. */
  readonly rowById: (goalId: string) => Promise<GoalRow | null>;
  /** The gadget's one statement: the row, and which projects this person may browse as checked within 60 s. */
  readonly rowForViewer: (
    goalId: string,
    accountId: string,
    now: Date,
  ) => Promise<{
    readonly row: GoalRow | null;
    readonly browsable: ReadonlyMap<string, boolean> | null;
  }>;
  readonly rows: (filter: { readonly includeArchived: boolean }) => Promise<readonly GoalRow[]>;
  readonly rowsByIds: (goalIds: readonly string[]) => Promise<readonly GoalRow[]>;
  readonly search: (query: string, limit: number) => Promise<readonly Goal[]>;
  readonly insert: (goal: Goal) => Promise<void>;
  /** Writes the goal if its stored version is still `expectedVersion`; false when somebody was faster. */
  readonly update: (goal: Goal, expectedVersion: number) => Promise<boolean>;
  /** Goal ids from the goal's parent up to the root, whatever their states. */
  readonly ancestorsOf: (goalId: string) => Promise<readonly string[]>;
  /** Rebuilds which goals' scopes count in which (own row included), from parents, states and archived marks. */
  readonly rebuildClosure: () => Promise<void>;
  /** Goals whose scope includes this goal's links: itself and the ancestors that count it. */
  readonly countedIn: (goalId: string) => Promise<readonly string[]>;
  readonly childrenOf: (goalId: string) => Promise<readonly GoalRow[]>;
};

export type LinkStore = {
  readonly ofGoal: (goalId: string) => Promise<readonly GoalLink[]>;
  readonly byId: (linkId: string) => Promise<GoalLink | null>;
  readonly ofIssue: (issueId: string) => Promise<readonly GoalLink[]>;
  readonly rules: () => Promise<readonly GoalLink[]>;
  readonly insert: (links: readonly GoalLink[]) => Promise<void>;
  readonly remove: (linkId: string) => Promise<void>;
  readonly markRead: (linkId: string, at: Date, broken: string | null) => Promise<void>;
  /** Goals with links made before then that were never read. */
  readonly goalsToRead: (madeBefore: Date) => Promise<readonly string[]>;
};

export type ScopeStore = PlaceStore &
  KeptIssueStore & {
    /** Upserts facts, never an older version over a newer one. */
    readonly putIssues: (issues: readonly ReadIssue[], readAt: Date) => Promise<void>;
    /** Marks issues as gone (deleted, or not visible to the app): kept, counted nowhere. Read before `readAt`, a later reading stays. */
    readonly markGone: (issueIds: readonly string[], readAt: Date) => Promise<void>;
    /** Facts by id, derived members (sub-task estimates, open sub-tasks, children) filled from the stored facts. */
    readonly issuesById: (issueIds: readonly string[]) => Promise<readonly ReadIssue[]>;
    readonly setHasChildren: (issueIds: readonly string[], hasChildren: boolean) => Promise<void>;
    /** Adds members of one link under a sweep number. */
    readonly addMembers: (
      link: GoalLink,
      issueIds: readonly string[],
      sweep: number,
    ) => Promise<void>;
    /** After a complete sweep: forgets members of the link that it did not see. */
    readonly dropUnseenMembers: (linkId: string, sweep: number) => Promise<void>;
    readonly nextSweep: (linkId: string) => Promise<number>;
    /** Under the newest sweep of each link, so that a sweep on its way does not take them for unseen. */
    readonly addMemberships: (memberships: readonly Membership[]) => Promise<void>;
    readonly removeMemberships: (memberships: readonly Membership[]) => Promise<void>;
    /** Issues that the goal's own links bring, without those of its descendants. */
    readonly ownMembersOf: (goalId: string) => Promise<ReadonlySet<string>>;
    readonly memberCounts: (goalId: string) => Promise<ReadonlyMap<string, number>>;
    /** Which links bring this issue to which goals directly. */
    readonly linksBringing: (
      issueId: string,
    ) => Promise<readonly { readonly link: GoalLink; readonly goalId: string }[]>;
    /** The same for many issues at once; those that no link brings are left out. */
    readonly linksBringingEach: (
      issueIds: readonly string[],
    ) => Promise<ReadonlyMap<string, readonly GoalLink[]>>;
    /** All issues that the goal's links and those of its counting descendants bring, gone ones left out. */
    readonly membersOf: (goalId: string) => Promise<readonly ReadIssue[]>;
    /** Replaces the scope of a goal, under the goal's sequence as it was before the rows were read; how many differed. */
    readonly replaceScope: (
      goalId: string,
      rows: readonly ScopeRow[],
      stamp: number,
      now: Date,
    ) => Promise<number>;
    /** Goals in whose scope any of these issues is. */
    readonly goalsOf: (issueIds: readonly string[]) => Promise<readonly string[]>;
    /** One grouped SELECT: the scope of a goal as a histogram under its rule as of an instant. */
    readonly histogram: (
      goalId: string,
      rule: CountingRule,
      asOf: Date,
    ) => Promise<readonly HistogramCell[]>;
    /** Leaves and empty containers per project, secured ones by id, and the next settle moment after `asOf`. */
    readonly leafSummary: (
      goalId: string,
      asOf: Date,
    ) => Promise<{
      readonly leavesByProject: Readonly<Record<string, number>>;
      readonly securedLeaves: Readonly<Record<string, readonly string[]>>;
      readonly nextSettleAt: Date | null;
    }>;
    /** Leaves and empty containers of a goal in ascending issue id, after `after`. */
    readonly leaves: (
      goalId: string,
      after: string | null,
      limit: number,
    ) => Promise<readonly ScopeRow[]>;
    /** Issues of this project, sub-tasks aside, in the scope of any unarchived goal; each once. */
    readonly servingOfProject: (projectId: string) => Promise<number>;
    /** Goals whose scope holds leaves of this project that were not dropped, with how many, and how many are Done. */
    readonly goalsOfProject: (projectId: string) => Promise<
      readonly {
        readonly goalId: string;
        readonly items: number;
        readonly done: number;
      }[]
    >;
  };

export type RollupStore = {
  readonly put: (rollup: StoredRollup, sequence: number) => Promise<void>;
  /** Each is written over an older sequence only. */
  readonly putAll: (
    rollups: readonly { readonly rollup: StoredRollup; readonly sequence: number }[],
  ) => Promise<void>;
  readonly setReading: (goalId: string, reading: GoalReading) => Promise<void>;
  /** Goals whose reading was asked for and has not ended, with when it was asked for. */
  readonly unfinished: () => Promise<readonly { readonly goalId: string; readonly since: Date }[]>;
  /** Goals whose next settle moment has passed. */
  readonly dueToSettle: (now: Date) => Promise<readonly string[]>;
};

export type ProjectStore = {
  /** Every project that some goal's work is in, whether or not its settle times could be read yet. */
  readonly ids: () => Promise<readonly string[]>;
  readonly settleTimes: (projectIds: readonly string[]) => Promise<readonly ProjectSettle[]>;
  readonly putSettleTime: (settle: ProjectSettle) => Promise<void>;
  readonly pools: (projectIds: readonly string[]) => Promise<Pools>;
  readonly putPools: (pools: ProjectPools) => Promise<void>;
  /** Sizes come from another field now: pools, and pasts with their estimates, are to be read again. */
  readonly forgetSizes: () => Promise<void>;
  /** Those of the projects whose pools as of exactly this instant were computed before. */
  readonly pastPools: (projectIds: readonly string[], at: Date) => Promise<Pools>;
  readonly putPastPools: (pools: readonly ProjectPools[], at: Date) => Promise<void>;
};

export type Store = {
  /** Creates what is missing; cheap when nothing is. */
  readonly migrate: () => Promise<void>;
  readonly settings: () => Promise<Settings>;
  readonly decidedSettings: SettingsStore;
  readonly audit: (entry: AuditEntry) => Promise<void>;
  readonly auditOf: (goalId: string) => Promise<readonly AuditEntry[]>;
  readonly goals: GoalStore;
  readonly links: LinkStore;
  readonly readings: ReadingStore;
  readonly scope: ScopeStore;
  readonly rollups: RollupStore;
  readonly sync: SyncStore;
  readonly states: StateStore;
  readonly points: PointsLedger;
  readonly room: RoomStore;
  readonly projects: ProjectStore;
  readonly people: PeopleStore;
  readonly accounts: AccountStore;
  readonly histories: HistoryStore;
  readonly days: DayStore;
};
