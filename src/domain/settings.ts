/** What an administrator decides for the site. */
export type Settings = {
  /** IANA zone that gives days, weeks and target dates. */
  readonly timeZone: string;
  /** Resolutions whose Done issues are dropped; compared case-insensitively. */
  readonly droppedResolutions: readonly string[];
};

/** Defaults of product.md, "Numbers". */
export const defaultSettings: Settings = {
  timeZone: "UTC",
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
