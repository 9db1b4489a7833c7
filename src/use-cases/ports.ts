import type { JiraPast } from "./history-ports";
import type { Jira, Viewer } from "./jira-ports";
import type { Store } from "./store-ports";
import type { PointsMeter } from "./sync/points-ports";

/** One message of the `refresh` queue. */
export type RefreshJob =
  /** Read the links of the goal and of all that wait with it from Jira, then roll them and their ancestors. */
  | { readonly kind: "read-goal"; readonly goalId: string }
  /** Take in the issues marked as changed, then roll their goals. */
  | { readonly kind: "take-in-changes" }
  /** Roll dirty goals from what is stored. */
  | { readonly kind: "roll-dirty-goals" }
  /** Read what of a goal's past is not known yet, or changed since; null: of every goal computed lately. */
  | { readonly kind: "take-in-past"; readonly goalId: string | null }
  /** Read again what is known of the projects, where that is a day old. */
  | { readonly kind: "refresh-day" }
  /** Check every number against links and facts, and read a part of the facts again. */
  | { readonly kind: "verify" };

/** All that a use case needs from outside; handlers/wiring builds it. */
export type Ports = {
  readonly now: () => Date;
  /** A new id: decimal text of a 53-bit integer, growing with time. */
  readonly newId: () => string;
  readonly jira: Jira;
  readonly jiraPast: JiraPast;
  readonly points: PointsMeter;
  readonly store: Store;
  readonly queue: {
    readonly push: (job: RefreshJob, delaySeconds?: number) => Promise<void>;
  };
};

/** The same with the person who asks; identity comes from the platform's context only. */
export type ViewerPorts = Ports & { readonly viewer: Viewer };
