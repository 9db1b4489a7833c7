import type { Item } from "../../domain/item";
import type { WeightedPart } from "../../domain/weighted";
import type { RolledGoal } from "./roll-ports";
import type { ScopeRow } from "./scope-row";

/** An issue as scopes hold it. */
export type PlaceableIssue = { readonly item: Item; readonly secured: boolean };

/** All that decides which issues are in which scopes, and what the scopes say of them. */
export type KnownWork = {
  readonly issues: ReadonlyMap<string, PlaceableIssue>;
  /** Issues that the links of a goal bring, without those of its descendants. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  /** The goals that count in a goal, itself among them. */
  readonly counting: ReadonlyMap<string, readonly string[]>;
};

/** A child that counts by its weight. */
export type ChildPart = WeightedPart & { readonly goalId: string };

/** What a verification of all numbers has found so far. */
export type Verification = {
  /** When that was. */
  readonly at: Date;
  /** Goals that were looked at; those that waited to be computed, or were being read, are left out. */
  readonly goals: number;
  /** Goals whose scope or number was not what their links and facts make it. */
  readonly repaired: number;
  /** The last goal that was looked at; null when all were. */
  readonly after: string | null;
};

/** Up to which issue the rotating audit has come, and how many are left for this night. */
export type Audit = { readonly after: string; readonly left: number };

export type VerifyStore = {
  /** Of the last verification, be it at its end or not; null before the first. */
  readonly found: () => Promise<Verification | null>;
  readonly noteFound: (found: Verification) => Promise<void>;
  /** Null before the first. */
  readonly audit: () => Promise<Audit | null>;
  readonly noteAudit: (audit: Audit, at: Date) => Promise<void>;
  /** Goals that are not archived, by id, the first after this one. */
  readonly rolledAfter: (after: string, most: number) => Promise<readonly RolledGoal[]>;
  readonly rolledById: (goalId: string) => Promise<RolledGoal | null>;
  /** Goals in which others count than the goals' parents, states and archived marks say. */
  readonly wronglyCounting: () => Promise<readonly string[]>;
  /** What of their children counts in these goals by weight. */
  readonly partsOf: (
    goalIds: readonly string[],
  ) => Promise<ReadonlyMap<string, readonly ChildPart[]>>;
  /** Everything that is kept, in as few statements as its size allows. */
  readonly knownWork: () => Promise<KnownWork>;
  /** A row's short fingerprint, of which scopes keep sums; the instant at which it settles is no part of it. */
  readonly printOf: (row: Omit<ScopeRow, "key">) => number;
  /** Forgets what left the scopes of these goals before then; nobody may be left who read it while it was in scope. */
  readonly forgetGone: (
    goals: { readonly after: string; readonly upTo: string },
    before: Date,
  ) => Promise<void>;
};
