import type { GoalLink } from "../../domain/goal";

/** How far the reading of one link has come; what it has read so far are the link's members of its sweep. */
export type Checkpoint = {
  readonly sweep: number;
  /** When the reading was asked for; a later wish begins anew. */
  readonly since: Date;
  /** Hierarchy level whose issues' children are being read; null while what the link names itself is read. */
  readonly level: number | null;
  /** Issues up to this id have been read, or their children. */
  readonly after: string;
};

type Seen = { readonly issueId: string; readonly subTaskIds: readonly string[] };

export type ReadingStore = {
  readonly checkpoint: (linkId: string) => Promise<Checkpoint | null>;
  readonly putCheckpoint: (linkId: string, checkpoint: Checkpoint) => Promise<void>;
  readonly endReading: (linkId: string) => Promise<void>;
  /** Members that the sweep has not met. */
  readonly unseen: (link: GoalLink, sweep: number) => Promise<readonly string[]>;
  /** Highest level among the members that the sweep has met; null when there are none. */
  readonly topLevel: (link: GoalLink, sweep: number) => Promise<number | null>;
  /** Members of a level that the sweep has met, in ascending id after the checkpoint's. */
  readonly seenAtLevel: (
    link: GoalLink,
    at: { readonly sweep: number; readonly level: number; readonly after: string },
    limit: number,
  ) => Promise<readonly Seen[]>;
  /** Issues that the goal's own links bring, in ascending id, with their parents. */
  readonly ownAfter: (
    goalId: string,
    after: string,
    limit: number,
  ) => Promise<readonly { readonly issueId: string; readonly parentId: string | null }[]>;
  readonly ownProjects: (goalId: string) => Promise<readonly string[]>;
  /** Containers among them of which no child above sub-task level is known. */
  readonly childlessOwn: (goalId: string) => Promise<readonly string[]>;
};
