import { privacy } from "@forge/api";
import { refreshDay } from "../use-cases/refresh-day";
import { reportPersonalData } from "../use-cases/report-personal-data";
import { snapshotDay } from "../use-cases/snapshot-day";
import { keepRoom } from "../use-cases/sync/keep-room";
import { createPorts } from "./wiring";

/**
 * Every day: what the goals amount to, the room that the store has, settle times and size pools; every week: whose
 * accounts are stored. What needs Jira comes last and hinders nothing else, because Jira may refuse.
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
  try {
    await refreshDay(ports);
  } finally {
    await ports.queue.push({ kind: "verify" });
    await ports.points.flush();
  }
}
