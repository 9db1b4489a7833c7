import { JiraRefused } from "../jira/jira-refused";
import { catchUp } from "../use-cases/catch-up";
import type { Ports } from "../use-cases/ports";
import { snapshotDay } from "../use-cases/snapshot-day";
import { createPorts } from "./wiring";

/** Every five minutes and every hour: what time changes, and what events or jobs left undone. */
export async function reconcile(): Promise<void> {
  const ports = createPorts();
  await beginDay(ports);
  try {
    await catchUp(ports);
  } catch (error) {
    if (!(error instanceof JiraRefused) || error.retryAfterSeconds === null) throw error;
    console.warn("reconcile", "waits for Jira", error);
  } finally {
    await ports.points.flush();
  }
}

/** A day is kept within minutes of its beginning; what hinders that comes again and hinders nothing else. */
async function beginDay(ports: Ports): Promise<void> {
  try {
    await snapshotDay(ports);
  } catch (error) {
    console.warn("reconcile", "could not keep the day", error);
  }
}
