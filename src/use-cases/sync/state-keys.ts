/** Set when more changed than was noted: a search has to find the rest. */
export const sweepKey = "sweep";
/** Its instant says until when changes that were noted have been looked at. */
export const changesKey = "changes";
/** Until which instant changes were searched for; its instant says when that was last done. */
export const watermarkKey = "watermark";
/** The same of the search in all projects: a rule or a parent may bring issues of projects that nobody knows yet. */
export const everywhereKey = "watermark-everywhere";
/** A search for lost changes that is not at its end. */
export const searchKey = "search";
/** What the last nightly verification found. */
export const verificationKey = "verification";
/** Up to which issue the rotating audit has come. */
export const auditKey = "audit";
/** Its instant says when the stored accounts were last reported. */
export const reportedKey = "personal-data-reported";
/** What the stored data took, as last measured. */
export const roomKey = "room";
/** Which goals waited to be rolled when that was last looked at. */
export const waitingGoalsKey = "waiting-goals";
/** Claimed by whoever does what is due every hour. */
export const hourlyKey = "hourly";
/** Set while a project's settle time and pools are written and the numbers they change are not marked yet; its value is the project's id. */
export const projectKey = (projectId: string): string => `project:${projectId}`;
/** The pass that reads links from Jira, while one is under way. */
export const passKey = "pass";
