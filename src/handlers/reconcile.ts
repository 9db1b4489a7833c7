import { JiraRefused } from "../jira/jira-refused";
import { catchUp } from "../use-cases/catch-up";
import { createPorts } from "./wiring";

/** Every five minutes and every hour: what time changes, and what events or jobs left undone. */
export async function reconcile(): Promise<void> {
  const ports = createPorts();
  try {
    await catchUp(ports);
  } catch (error) {
    if (!(error instanceof JiraRefused) || error.retryAfterSeconds === null) throw error;
    console.warn("reconcile", "waits for Jira", error);
  } finally {
    await ports.points.flush();
  }
}
