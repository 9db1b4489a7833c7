import type { Ports } from "../ports";
import { askForReading } from "../touch-goals";

/** Has every goal read from Jira again, one after the other; how many there are. */
export async function readAllGoals(ports: Ports): Promise<number> {
  const rows = await ports.store.goals.rows({ includeArchived: false });
  const idle = rows.filter(({ reading }) => reading !== null && reading.kind !== "queued");
  for (const { goal } of idle) await askForReading(ports, goal.id);
  return rows.filter(({ reading }) => reading !== null).length;
}
