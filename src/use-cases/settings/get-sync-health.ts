import { addHours, startOfHour } from "date-fns";
import type { Answer } from "../../contract/answer";
import { syncHealth, type SyncHealthView } from "../../contract/settings";
import type { ViewerPorts } from "../ports";
import { readingStateOf } from "../progress-view";
import { answered } from "../refusal";
import { pointsAnHour } from "../sync/points-ports";
import { measuredRoom, storeLimitBytes } from "../sync/keep-room";
import { changesKey, verificationKey, watermarkKey } from "../sync/state-keys";
import { refuseOthers } from "./administrator";

const verification = syncHealth.shape.verification;

/** How the reading of Jira keeps up, for administrators. */
export async function getSyncHealth(ports: ViewerPorts): Promise<Answer<SyncHealthView>> {
  const refusal = await refuseOthers(ports);
  if (refusal !== null) return refusal;
  const { store, now } = ports;
  const at = now();
  const queue = await store.sync.queue();
  return answered({
    now: at.toISOString(),
    lastEventAt: await lastAt(ports, changesKey),
    lastReconciledAt: await lastAt(ports, watermarkKey),
    waitingIssues: queue.length,
    waitingGoals: await store.sync.dirtyGoals(),
    waitingSince: queue.waitingSince?.toISOString() ?? null,
    points: await pointsOf(ports, at),
    verification: await verificationOf(ports),
    store: { ...(await measuredRoom(ports)), limit: storeLimitBytes },
    readings: await readingsOf(ports),
  });
}

async function lastAt({ store }: ViewerPorts, key: string): Promise<string | null> {
  return (await store.states.read(key))?.at.toISOString() ?? null;
}

async function pointsOf({ store }: ViewerPorts, at: Date): Promise<SyncHealthView["points"]> {
  const { used, usedByPeople, pausedUntil } = await store.points.read(at);
  const { pointsShare } = await store.settings();
  return {
    used: used + usedByPeople,
    budget: Math.round(pointsShare * pointsAnHour),
    hourEndsAt: addHours(startOfHour(at), 1).toISOString(),
    pausedUntil: pausedUntil?.toISOString() ?? null,
  };
}

async function verificationOf({ store }: ViewerPorts): Promise<SyncHealthView["verification"]> {
  const found = verification.safeParse((await store.states.read(verificationKey))?.value);
  return found.success ? found.data : null;
}

/** Goals that wait for a reading, are being read, or could not be read to their end. */
async function readingsOf({ store }: ViewerPorts): Promise<SyncHealthView["readings"]> {
  const rows = await store.goals.rows({ includeArchived: false });
  return rows.flatMap(({ goal, reading }) => {
    const state = readingStateOf(reading, false);
    return state.kind === "current" ? [] : [{ goalId: goal.id, title: goal.title, reading: state }];
  });
}
