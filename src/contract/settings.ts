import * as z from "zod/mini";
import { goalId, instant } from "./ids";
import { readingPause, readingState } from "./progress";
import { settingsView } from "./requests";

export const settingsFound = z.object({
  settings: settingsView,
  defaults: settingsView,
  /** An edit names the version it was based on. */
  version: z.number(),
  /** Null when Jira does not tell right now. */
  estimation: z.nullable(
    z.object({
      fields: z.array(z.object({ id: z.string(), name: z.string(), found: z.boolean() })),
      boards: z.array(
        z.object({
          boardName: z.string(),
          projectKey: z.nullable(z.string()),
          fieldId: z.nullable(z.string()),
        }),
      ),
      more: z.boolean(),
    }),
  ),
  /** Resolutions of the site, to choose from. */
  resolutions: z.array(z.string()),
  /** Points that Jira gives the app in an hour, on all sites together. */
  pointsAnHour: z.number(),
});
export type SettingsFound = z.infer<typeof settingsFound>;

/** How the reading of Jira keeps up; null where something never happened yet. */
export const syncHealth = z.object({
  now: instant,
  lastEventAt: z.nullable(instant),
  lastReconciledAt: z.nullable(instant),
  /** Changed issues that wait to be taken in, and since when the oldest does. */
  waitingIssues: z.number(),
  waitingSince: z.nullable(instant),
  /**
   * Goals that wait for their numbers to be computed, and since when the oldest does as far as was seen: whether a goal
   * still waits for the same number is looked at every five minutes.
   */
  waitingGoals: z.number(),
  goalsWaitingSince: z.nullable(instant),
  /** Points of Jira, as counted since the hour began. */
  points: z.object({
    /** Spent by reading in the background, and what that may spend in an hour. */
    background: z.number(),
    budget: z.number(),
    /** Spent for people who asked; nothing limits that but Jira itself. */
    people: z.number(),
    hourEndsAt: instant,
    /** Why nothing is read in the background right now; null while reading goes on. */
    pause: z.nullable(readingPause),
  }),
  /** The nightly check of all numbers: how many had to be repaired. Until it is complete, of those checked so far. */
  verification: z.nullable(
    z.object({ at: instant, goals: z.number(), repaired: z.number(), complete: z.boolean() }),
  ),
  store: z.object({
    bytes: z.nullable(z.number()),
    limit: z.number(),
    nearlyFull: z.boolean(),
  }),
  /** Goals whose links are being read or could not be read. */
  readings: z.array(z.object({ goalId, title: z.string(), reading: readingState })),
});
export type SyncHealthView = z.infer<typeof syncHealth>;
