import type { Ports } from "./ports";
import { refreshProjects } from "./prepare-projects";
import { rollDirtyGoals } from "./roll-goals";

/** The daily duty: settle times and size pools of every project that some goal's work is in. */
export async function refreshDay(ports: Ports): Promise<void> {
  const rows = await ports.store.goals.rows({ includeArchived: false });
  const projectIds = new Set(
    rows.flatMap(({ rollup }) => Object.keys(rollup?.leavesByProject ?? {})),
  );
  if (projectIds.size === 0) return;
  await refreshProjects(ports, [...projectIds]);
  await rollDirtyGoals(ports);
}
