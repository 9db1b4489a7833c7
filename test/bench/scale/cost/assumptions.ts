/** What a month of a site is taken to be like. Nothing here was measured. */
export const assumptions = {
  /** Changes of issues that are in some goal, by a user on a working day. */
  eventsADay: 20,
  /** Goals seen in gadgets, by a user on a working day. */
  viewsADay: 8,
  /** Of these views, those that are the person's first within a minute and ask Jira what they may browse. */
  firstViews: 0.25,
  workingDays: 21,
  workingHours: 8,
  daysAMonth: 30,
  /** The manifest's memory of a function. */
  memoryGigabytes: 0.5,
  /** Of an invocation beside what it waits for. */
  invocationSeconds: 0.1,
  /** From the function to Forge SQL and back, beside the engine's work. */
  roundTripSeconds: 0.02,
  jiraSeconds: 0.15,
  /** From asking the queue for a job until it begins, beside what the app waits. */
  queueSeconds: 1,
  /** Days of history that the bill has; every goal has changed on each of the working days among them. */
  daysOfHistory: 365,
} as const;

/** The sites that the model tells of, each by the measured site that stands for it. */
export const sites = [
  { users: 50, issues: 1000, goals: 50 },
  { users: 500, issues: 10_000, goals: 500 },
  { users: 5000, issues: 200_000, goals: 5000 },
] as const;
export type Site = (typeof sites)[number];
