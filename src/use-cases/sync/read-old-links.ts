import { subDays } from "date-fns";
import type { Ports } from "../ports";
import { askForReadings } from "../touch-goals";

/** What comes into sight without a word of Jira is found within so many days. */
const days = 28;
/** Of one hour: a site of 5,000 goals is through within half of that time. */
const mostGoals = 20;

/**
 * Has links read again that were last read long ago: of an issue that comes out of the archive, or that the app may see
 * since lately, no event tells and no search for changes finds it, and what nobody knows the audit of facts cannot meet.
 */
export async function readOldLinks(ports: Ports): Promise<void> {
  const { store, now } = ports;
  const old = await store.links.goalsReadBefore(subDays(now(), days), mostGoals);
  if (old.length === 0) return;
  const underway = new Set((await store.rollups.unfinished()).map(({ goalId }) => goalId));
  await askForReadings(
    ports,
    old.filter((goalId) => !underway.has(goalId)),
  );
}
