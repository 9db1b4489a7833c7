import { privacy } from "@forge/api";
import { reportPersonalData } from "../use-cases/report-personal-data";
import { snapshotDay } from "../use-cases/snapshot-day";
import { keepRoom } from "../use-cases/sync/keep-room";
import { createPorts } from "./wiring";

/**
 * Every day: what the goals amount to, and the room that the store has; every week: whose accounts are stored. What needs
 * Jira is left to the queue, which comes again when Jira refuses.
 */
export async function snapshot(): Promise<void> {
  const ports = createPorts();
  await snapshotDay(ports);
  await keepRoom(ports);
  await reportPersonalData(ports, (accounts) =>
    privacy.reportPersonalData(
      accounts.map(({ accountId, updatedAt }) => ({
        accountId,
        updatedAt: updatedAt.toISOString(),
      })),
    ),
  );
  await ports.queue.push({ kind: "refresh-day" });
  await ports.queue.push({ kind: "verify" });
}
