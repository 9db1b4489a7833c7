import type { ChangesLeft } from "../jira-ports";

/** A search for lost changes that is not at its end. */
export type LostSearch = {
  /** When its first part began: what changed since is another search's. */
  readonly startedAt: Date;
  /** In all projects, or in those that goals hold work of. */
  readonly isEverywhere: boolean;
  readonly since: Date;
  /** Of what changed later, events may still tell; null where they may not. */
  readonly until: Date | null;
  readonly left: ChangesLeft;
  /** The version of the state that asked for it; null where the time did. */
  readonly sweep: number | null;
};

export type SearchStore = {
  /** Null when none is under way. */
  readonly kept: () => Promise<LostSearch | null>;
  readonly keep: (search: LostSearch, at: Date) => Promise<void>;
  readonly forget: () => Promise<void>;
};
