import type { Progress, Rollup } from "../../domain/rollup";
import type { SpreadEnds } from "../../domain/spread";

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
