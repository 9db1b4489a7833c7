import { readAgainWhatNames } from "../use-cases/read-again";
import { noteChanges } from "../use-cases/note-changes";
import { createPorts } from "./wiring";
import { productEvent } from "./issue-event";

/**
 * Something happened in Jira. Events may come late, twice, out of order or never, so they only say where to look. What
 * is around issues (versions, sprints, projects) matters to the rules that name such things.
 */
export async function onIssueEvent(event: unknown): Promise<void> {
  const { eventType, marks, gone } = productEvent.parse(event);
  const ports = createPorts();
  if (marks.length > 0) await noteChanges(ports, marks, { gone });
  else await readAgainWhatNames(ports, nameIn(eventType));
}

/** `avi:jira:released:version` is about a version. */
const nameIn = (eventType: string) => eventType.slice(eventType.lastIndexOf(":") + 1);
