import type { Goal } from "../../domain/goal";
import type { HistogramCell } from "../../domain/histogram";
import type { SpreadCell, UnsizedLeaves } from "../../domain/spread-cell";
import type { GoalReading, StoredRollup } from "./stored-rollup";

/** Of a goal that was never rolled: nobody knows how large its scope is. */
export const unknownEffort = 250;

/** A goal whose number is older than the last mark. */
export type GoalToRoll = {
  readonly goal: Pick<
    Goal,
    "id" | "rule" | "ruleVersion" | "combine" | "countSubTasks" | "ownWeight"
  > & {
    /** The goal's parent if that is combined by weights. */
    readonly weightedParentId: string | null;
  };
  /** What is computed from anything read at the same instant or later may carry it. */
  readonly sequence: number;
  /** Sequence as of which the whole scope is to be placed anew; null when it is placed. */
  readonly toPlace: number | null;
};

/** The scope of a goal as of one instant, its equal issues taken together. */
export type ScopeSummary = {
  readonly cells: readonly HistogramCell[];
  /** Leaves of several projects and types together. */
  readonly spreadCells: readonly SpreadCell[];
  readonly unsized: UnsizedLeaves;
  readonly leavesByProject: Readonly<Record<string, number>>;
  /** Leaves and empty containers with an issue security level, by project. */
  readonly securedLeaves: Readonly<Record<string, readonly string[]>>;
  /** When time alone turns the next claimed leaf into a confirmed one. */
  readonly nextSettleAt: Date | null;
  /** What it took to read: rows of issues taken together, and a part of the issues in them. */
  readonly effort: number;
};

/** A scope as of the instant of its rollup, and what its rows say beside what the rollup needs. */
export type SummaryAsRolled = ScopeSummary & {
  /** Sum of the short fingerprints of its rows. */
  readonly prints: number;
  /** By how much its Done issues settle after they were Done, all together in milliseconds. */
  readonly settleMilliseconds: number;
};

/** A goal's number with the marks it rests on, all of one instant. */
export type RolledGoal = {
  readonly goal: Pick<
    Goal,
    "id" | "rule" | "ruleVersion" | "combine" | "ownWeight" | "countSubTasks" | "updatedAt"
  >;
  /** Of the last mark, and of the mark that the number was computed after; 0 without one. */
  readonly sequence: number;
  readonly rolled: number;
  readonly effort: number | null;
  readonly rollup: StoredRollup | null;
  readonly reading: GoalReading | null;
};

type ById<T> = ReadonlyMap<string, T>;
type RuledGoal = Pick<Goal, "id" | "rule">;

/** The next goals to roll, their scopes as of one instant. */
export type GoalsToRoll = {
  readonly goals: readonly { readonly toRoll: GoalToRoll; readonly summary: ScopeSummary }[];
  /** What the scopes of the goals after them took to read, of some at least; empty where there are none. */
  readonly nextEfforts: readonly number[];
};

export type RollStore = {
  /** Goals with higher ids than this, so many, or fewer where one statement cannot tell of all. */
  readonly goalsToRoll: (
    after: string,
    options: { readonly asOf: Date; readonly count: number },
  ) => Promise<GoalsToRoll>;
  readonly summariesAsRolled: (goals: readonly RuledGoal[]) => Promise<ById<SummaryAsRolled>>;
};

export type RollupStore = {
  readonly put: (rollup: StoredRollup, sequence: number) => Promise<void>;
  /** Each is written over an older sequence only. */
  readonly putAll: (
    rollups: readonly {
      readonly rollup: StoredRollup;
      readonly sequence: number;
      /** What its scope took to read. */
      readonly effort: number;
    }[],
  ) => Promise<void>;
  readonly setReading: (goalId: string, reading: GoalReading) => Promise<void>;
  /** Goals whose reading was asked for and has not ended, with when it was asked for. */
  readonly unfinished: () => Promise<readonly { readonly goalId: string; readonly since: Date }[]>;
  /** Goals whose next settle moment has passed. */
  readonly dueToSettle: (now: Date) => Promise<readonly string[]>;
};
