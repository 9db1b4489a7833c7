import type { Ports } from "./ports";
import { askForReadings } from "./touch-goals";

/**
 * Versions and sprints are released, renamed and closed without any issue changing, and yet a rule that names them then
 * matches others. Reads the goals of such rules again; a change of a project may concern any rule.
 */
export async function readAgainWhatNames(ports: Ports, name: string): Promise<void> {
  const rules = await ports.store.links.rules();
  const concerned = rules.filter(
    (link) => link.kind === "rule" && (name === "project" || mentions(link.jql, name)),
  );
  await askForReadings(ports, [...new Set(concerned.map((link) => link.goalId))]);
}

/** `version` is in fixVersion, affectedVersion and releasedVersions(). */
const mentions = (jql: string, name: string) => jql.toLowerCase().includes(name.toLowerCase());
