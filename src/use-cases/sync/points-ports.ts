import type { Settings } from "../../domain/settings";

/** Points of an app in an hour, all its installations together (developer.atlassian.com, Jira rate limiting, Tier 1). */
export const pointsAnHour = 65_000;

/** What the site decided about asking Jira. */
export type AskingSettings = Pick<Settings, "pointsShare" | "estimateFieldIds">;

/** What Jira's points of this hour allow. Jira counts by UTC hours. */
export type PointsLeft = {
  /** Spent by reading in the background since the hour began. */
  readonly used: number;
  /** Spent on behalf of people who asked. */
  readonly usedByPeople: number;
  /** Jira refused for its quota: nothing is read in the background until then. */
  readonly pausedUntil: Date | null;
};

/** What decides whether reading in the background may go on. */
export type Allowance = {
  readonly points: PointsLeft;
  readonly pointsShare: AskingSettings["pointsShare"];
};

/** The site's record of what it asked of Jira. */
export type PointsLedger = {
  readonly read: (now: Date) => Promise<PointsLeft>;
  readonly add: (spent: {
    readonly by: "background" | "people";
    readonly points: number;
    readonly now: Date;
    /** Changes noted until then have been looked at. */
    readonly changesUntil: Date | null;
  }) => Promise<void>;
  readonly pause: (until: Date, now: Date) => Promise<void>;
};

/** Counts what one invocation asks of Jira. */
export type PointsMeter = {
  /** Of what was read beside other things, so that the ledger need not be read for it. */
  readonly know: (left: PointsLeft, settings: AskingSettings) => void;
  /** Changes noted until then are looked at now. */
  readonly lookAt: (changesUntil: Date) => void;
  /** Writes down what was spent since the last time. */
  readonly flush: () => Promise<void>;
};
