import type { LinkName, PriorityName, ResolutionName, StatusName, TypeName } from "./vocabulary";

/** A two-week sprint of one team; instants in epoch milliseconds. */
export type Sprint = {
  readonly id: number;
  readonly name: string;
  readonly start: number;
  readonly end: number;
};

export type Version = {
  readonly id: string;
  readonly name: string;
  /** Null for the version that collects what has no date. */
  readonly releaseAt: number | null;
};

/** Names an issue while its key is not known yet. */
export type Ref = string;

/** What somebody does to one field; without effect where the field has that value already. */
export type Change =
  | {
      readonly kind: "status";
      readonly to: StatusName;
      /** Set or cleared in the same edit. */
      readonly resolution: ResolutionName | null;
    }
  | { readonly kind: "resolution"; readonly to: ResolutionName }
  | { readonly kind: "assignee"; readonly to: string }
  | {
      readonly kind: "size";
      /** Story points; seconds of the original estimate; seconds of work logged. */
      readonly field: "points" | "estimate" | "work";
      readonly amount: number;
    }
  | { readonly kind: "version"; readonly out: Version | null; readonly into: Version | null }
  | { readonly kind: "sprint"; readonly add: Sprint }
  | { readonly kind: "parent"; readonly to: Ref }
  | {
      readonly kind: "link";
      readonly name: LinkName;
      readonly direction: "inward" | "outward";
      readonly to: Ref;
    };

/** One edit: what one person changes at one instant. */
export type Step = {
  readonly at: number;
  readonly by: string;
  readonly changes: readonly Change[];
};

/** An issue as it was created, and what is going to happen to it; steps after the end of the data do not happen. */
export type Draft = {
  readonly ref: Ref;
  readonly project: { readonly key: string; readonly name: string };
  readonly type: TypeName;
  readonly summary: string;
  readonly createdAt: number;
  readonly reporter: string;
  readonly priority: PriorityName;
  readonly labels: readonly string[];
  readonly components: readonly string[];
  readonly parent: Ref | null;
  readonly status: StatusName;
  readonly points: number | null;
  readonly estimateSeconds: number | null;
  readonly version: Version | null;
  readonly dueDay: string | null;
  readonly securityLevel: string | null;
  readonly comments: number;
  readonly steps: readonly Step[];
};
