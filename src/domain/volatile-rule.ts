/**
 * Functions of JQL whose meaning moves although no issue changes: with the clock, with sprints and versions, with the
 * clocks of service agreements, with the members of a group. Names as of Atlassian's advanced search reference, "JQL
 * functions".
 */
const movingFunctions = [
  "now",
  "currentLogin",
  "lastLogin",
  "startOf(?:Day|Week|Month|Year)",
  "endOf(?:Day|Week|Month|Year)",
  "(?:open|closed|future)Sprints",
  "earliestUnreleasedVersion",
  "latestReleasedVersion",
  "(?:un)?releasedVersions",
  "(?:ever)?breached",
  "elapsed",
  "remaining",
  "paused",
  "running",
  "withinCalendarHours",
  "membersOf",
];

/** "-7d", days before now. */
const relativeDate = `"?-\\d+[mhdw]\\b`;

const moving = new RegExp(`\\b(?:${movingFunctions.join("|")})\\s*\\(|${relativeDate}`, "i");

/** Whether a rule matches other issues as time goes by, so that no change of an issue tells of it. */
export const isVolatile = (jql: string): boolean => moving.test(jql);
