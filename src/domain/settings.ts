/** What an administrator decides for the site. */
export type Settings = {
  /** IANA zone that gives days, weeks and target dates. */
  readonly timeZone: string;
  /** Resolutions whose Done issues are dropped; compared case-insensitively. */
  readonly droppedResolutions: readonly string[];
  /** Fields that hold story points, the first with a value wins; null: those that their type and name tell. */
  readonly estimateFieldIds: readonly string[] | null;
  /** Share of the app's hourly points quota that reading in the background may use, between 0 and 1. */
  readonly pointsShare: number;
  readonly goalMakers: "everyone" | "administrators";
};

/** Defaults of product.md, "Numbers". */
export const defaultSettings: Settings = {
  timeZone: "UTC",
  estimateFieldIds: null,
  pointsShare: 0.25,
  goalMakers: "everyone",
  droppedResolutions: [
    "Won't Do",
    "Won't Fix",
    "Duplicate",
    "Cannot Reproduce",
    "Declined",
    "Not a Bug",
    "Not A Problem",
    "Not Our Bug",
    "Incomplete",
    "Abandoned",
    "Obsolete",
    "Invalid",
    "Later",
  ],
};
