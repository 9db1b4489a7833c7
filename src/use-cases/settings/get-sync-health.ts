import type { Answer } from "../../contract/answer";
import type { ReadingPause } from "../../contract/progress";
import type { SyncHealthView } from "../../contract/settings";
import { endOfUtcHour } from "../../domain/utc-hour";
import type { ViewerPorts } from "../ports";
import { readingStateOf } from "../progress-view";
import { answered } from "../refusal";
import { measuredRoom, storeLimitBytes } from "../sync/keep-room";
import { budgetOf, pauseAt } from "../sync/reading-pause";
import { changesKey, watermarkKey } from "../sync/state-keys";
import { goalsWaitSince } from "../sync/waiting-goals";
import { refuseOthers } from "./administrator";

/** How the reading of Jira keeps up, for administrators. */
export async function getSyncHealth(ports: ViewerPorts): Promise<Answer<SyncHealthView>> {
  const refusal = await refuseOthers(ports);
  if (refusal !== null) return refusal;
  const { store, now } = ports;
  const at = now();
  const queue = await store.sync.queue();
  const points = await pointsOf(ports, at);
  return answered({
    now: at.toISOString(),
    lastEventAt: await lastAt(ports, changesKey),
    lastReconciledAt: await lastAt(ports, watermarkKey),
    waitingIssues: queue.length,
    waitingSince: queue.waitingSince?.toISOString() ?? null,
    waitingGoals: await store.sync.dirtyGoals(),
    goalsWaitingSince: (await goalsWaitSince(ports))?.toISOString() ?? null,
    points,
    verification: await verificationOf(ports),
    store: { ...(await measuredRoom(ports)), limit: storeLimitBytes },
    readings: await readingsOf(ports, points.pause),
  });
}

async function lastAt({ store }: ViewerPorts, key: string): Promise<string | null> {
  return (await store.states.read(key))?.at.toISOString() ?? null;
}

async function pointsOf({ store }: ViewerPorts, at: Date): Promise<SyncHealthView["points"]> {
  const points = await store.points.read(at);
  const { pointsShare } = await store.settings();
  return {
    background: points.used,
    budget: budgetOf(pointsShare),
    people: points.usedByPeople,
    hourEndsAt: endOfUtcHour(at).toISOString(),
    pause: pauseAt(at, { points, pointsShare }),
  };
}

async function verificationOf(ports: ViewerPorts): Promise<SyncHealthView["verification"]> {
  const last = await ports.store.verify.found();
  if (last === null) return null;
  const { at, goals, repaired, after } = last;
  return { at: at.toISOString(), goals, repaired, complete: after === null };
}

/** Goals that wait for a reading, are being read, or could not be read to their end. */
async function readingsOf(
  { store }: ViewerPorts,
  pause: ReadingPause | null,
): Promise<SyncHealthView["readings"]> {
  const rows = await store.goals.rows({ includeArchived: false });
  return rows.flatMap(({ goal, reading }) => {
    const state = readingStateOf(reading, pause);
    return state.kind === "current" ? [] : [{ goalId: goal.id, title: goal.title, reading: state }];
  });
}
