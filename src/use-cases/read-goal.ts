import type { GoalLink } from "../domain/goal";
import { knowContainers } from "./know-containers";
import type { Ports } from "./ports";
import { refreshProjects } from "./prepare-projects";
import { readLink } from "./read-link";
import { beginReading } from "./reading-progress";
import { rollDirtyGoals } from "./roll-goals";

/** Reads all links of a goal from Jira, then computes it and the goals it counts in. */
export async function readGoal(
  ports: Ports,
  { goalId }: { readonly goalId: string },
): Promise<void> {
  const { store, now } = ports;
  if ((await store.goals.byId(goalId)) === null) return;
  const links = await store.links.ofGoal(goalId);
  const progress = await beginReading(ports, goalId, await aboutHowMany(ports, links));
  const messages: string[] = [];
  for (const link of links) {
    const refusal = await readLink(ports, link, progress);
    if (refusal !== null) messages.push(refusal);
  }
  const items = (await store.scope.membersOf(goalId)).map(({ item }) => item);
  await knowContainers(ports, items);
  await refreshProjects(ports, [...new Set(items.map(({ projectId }) => projectId))]);
  await store.sync.markGoals(await store.goals.countedIn(goalId));
  await rollDirtyGoals(ports);
  await store.rollups.setReading(
    goalId,
    messages.length === 0
      ? { kind: "complete", at: now() }
      : { kind: "broken", detail: messages.join(" "), at: now() },
  );
}

/** Jira's estimate where every link is a rule that brings its matches only; else nobody knows beforehand. */
async function aboutHowMany({ jira }: Ports, links: readonly GoalLink[]): Promise<number | null> {
  let about = 0;
  for (const link of links) {
    if (link.kind === "issue" || link.descendants) return null;
    const count = await jira.approximateCount(link.jql);
    if (count === null) return null;
    about += count;
  }
  return about;
}
