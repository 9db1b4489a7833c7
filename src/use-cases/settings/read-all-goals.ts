import type { Ports } from "../ports";
import { askForReadings } from "../touch-goals";

/** Has every goal read from Jira again, together; how many there are. */
export async function readAllGoals(ports: Ports): Promise<number> {
  const rows = await ports.store.goals.rows({ includeArchived: false });
  const idle = rows.filter(({ reading }) => reading !== null && reading.kind !== "queued");
  await askForReadings(
    ports,
    idle.map(({ goal }) => goal.id),
  );
  return rows.filter(({ reading }) => reading !== null).length;
}
