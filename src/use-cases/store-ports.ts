import type { Goal, GoalLink } from "../domain/goal";
import type { Settings } from "../domain/settings";
import type { Pools, ProjectPools } from "../domain/size-pool";
import type { DayStore, HistoryStore, MonthStore } from "./history-ports";
import type { ReadIssue } from "./jira-ports";
import type { PeopleStore } from "./people-ports";
import type { AccountStore } from "./personal-data-ports";
import type { SettingsStore } from "./settings/settings-ports";
import type { Allowance, PointsLedger } from "./sync/points-ports";
import type { RollStore, RollupStore } from "./sync/roll-ports";
import type { RoomStore } from "./sync/room-ports";
import type { KeptIssueStore } from "./sync/kept-issue-ports";
import type { ReadingStore } from "./sync/reading-ports";
import type { ScopeRow } from "./sync/scope-row";
import type { GoalReading, StoredRollup } from "./sync/stored-rollup";
import type { SearchStore } from "./sync/search-ports";
import type { StateStore } from "./sync/state-ports";
import type { PlaceStore, SyncStore } from "./sync/sync-ports";
import type { VerifyStore } from "./sync/verify-ports";

export type { ScopeRow } from "./sync/scope-row";
export type { GoalReading, StoredRollup } from "./sync/stored-rollup";

/** A goal with the stored state that every list shows. Rollup null before the first. */
export type GoalRow = {
  readonly goal: Goal;
  readonly rollup: StoredRollup | null;
  readonly reading: GoalReading | null;
  readonly below: ReadingBelow;
};

/** How the reading stands of all that counts in a goal, its own links among it: the least complete. Null: complete. */
export type ReadingBelow = "underway" | "broken" | null;

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
    /** What decides whether the goal's reading may go on; null where it is at its end. */
    readonly allowance: Allowance | null;
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
  /** Goals with links made before then that were never read. */
  readonly goalsToRead: (madeBefore: Date) => Promise<readonly string[]>;
  /** Goals, archived ones left out, with links that were last read before then. */
  readonly goalsReadBefore: (before: Date, most: number) => Promise<readonly string[]>;
};

export type ScopeStore = PlaceStore &
  KeptIssueStore & {
    /**
     * Upserts facts, never an older version over a newer one, and which sub-tasks they name; those that are written down
     * already need not be told.
     */
    readonly putIssues: (
      issues: readonly ReadIssue[],
      readAt: Date,
      named?: ReadonlyMap<string, readonly string[]>,
    ) => Promise<void>;
    /** Marks issues as gone (deleted, or not visible to the app): kept, counted nowhere. Read before `readAt`, a later reading stays. */
    readonly markGone: (issueIds: readonly string[], readAt: Date) => Promise<void>;
    /** Facts by id, derived members (sub-task estimates, open sub-tasks, children) filled from the stored facts. */
    readonly issuesById: (issueIds: readonly string[]) => Promise<readonly ReadIssue[]>;
    readonly setHasChildren: (issueIds: readonly string[], hasChildren: boolean) => Promise<void>;
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
  readonly roll: RollStore;
  readonly rollups: RollupStore;
  readonly sync: SyncStore;
  readonly verify: VerifyStore;
  readonly states: StateStore;
  readonly searches: SearchStore;
  readonly points: PointsLedger;
  readonly room: RoomStore;
  readonly projects: ProjectStore;
  readonly people: PeopleStore;
  readonly accounts: AccountStore;
  readonly histories: HistoryStore;
  readonly days: DayStore;
  readonly months: MonthStore;
};
