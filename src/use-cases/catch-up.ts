import { subHours, subMinutes } from "date-fns";
import type { GoalLink } from "../domain/goal";
import { isVolatile } from "../domain/volatile-rule";
import { resumeFollowUps } from "./follow-up";
import type { Ports } from "./ports";
import { resumeProjects } from "./prepare-projects";
import { findLostChanges } from "./sync/find-lost-changes";
import { isSearchDue } from "./sync/lost-search";
import { hourlyKey } from "./sync/state-keys";
import { resumeNight } from "./sync/verify-night";
import { readOldLinks } from "./sync/read-old-links";
import { noteWaitingGoals } from "./sync/waiting-goals";
import { askForReadings } from "./touch-goals";

/**
 * What is due by time: claimed work that has settled, changes whose events were lost, rules whose meaning moves with
 * the clock, and what earlier jobs left undone.
 */
export async function catchUp(ports: Ports): Promise<void> {
  const { store, queue, now } = ports;
  const due = await store.rollups.dueToSettle(now());
  if (due.length > 0) await store.sync.markGoals(due);
  await resumeFollowUps(ports);
  if (await store.states.claimOnce(hourlyKey, now(), subHours(now(), 1))) {
    await readVolatileRules(ports);
    await readOldLinks(ports);
    await resumeReadings(ports);
    await resumeProjects(ports);
    await resumeNight(ports);
    await queue.push({ kind: "take-in-past", goalId: null });
  }
  const { length } = await store.sync.queue();
  const waiting = await noteWaitingGoals(ports);
  if (length > 0) await queue.push({ kind: "take-in-changes" });
  else if (waiting > 0) await queue.push({ kind: "roll-dirty-goals" });
  if (!(await isSearchDue(ports))) return;
  const lost = await findLostChanges(ports);
  if (lost > 0) await queue.push({ kind: "take-in-changes" });
}

/** Rules that match other issues as time goes by are read as a whole. */
async function readVolatileRules(ports: Ports): Promise<void> {
  const rules = await ports.store.links.rules();
  const goalIds = new Set(rules.filter(isMoving).map(({ goalId }) => goalId));
  await askForReadings(ports, [...goalIds]);
}

const isMoving = (link: GoalLink) => link.kind === "rule" && isVolatile(link.jql);

/** Longer than a job may take. */
const lateMinutes = 20;

/** A reading whose job was lost is asked for again, and so is one that nobody came to ask for when a link was made. */
async function resumeReadings(ports: Ports): Promise<void> {
  const { store, queue, now } = ports;
  const late = subMinutes(now(), lateMinutes);
  const unfinished = await store.rollups.unfinished();
  const lost = unfinished.find(({ since }) => since < late);
  if (lost !== undefined) await queue.push({ kind: "read-goal", goalId: lost.goalId });
  const underway = new Set(unfinished.map(({ goalId }) => goalId));
  const unread = await store.links.goalsToRead(late);
  await askForReadings(
    ports,
    unread.filter((goalId) => !underway.has(goalId)),
  );
}
