import { poolsOf } from "../../../src/domain/pools";
import { daysWithoutEvidence } from "../../../src/domain/settle-time";
import type { ReadIssue } from "../../../src/use-cases/jira-ports";
import type { Ports } from "../../../src/use-cases/ports";
import { placeInScope } from "../../../src/use-cases/place-in-scope";
import { readGoal } from "../../../src/use-cases/read-goal";
import { rollDirtyGoals } from "../../../src/use-cases/roll-goals";
import { askForReadings } from "../../../src/use-cases/touch-goals";
import type { MadeSite } from "./made-site";

/** Goals, links and what is known of projects: what people and the daily duty have written before the reading. */
export async function plantGoals({ store, now }: Ports, site: MadeSite): Promise<void> {
  for (const goal of site.goals) await store.goals.insert(goal);
  await store.links.insert(site.links.map(({ link }) => link));
  await store.goals.rebuildClosure();
  for (const [projectId, issues] of byProject(site)) {
    const sized = issues.map(({ item, createdAt }) => ({ item, createdAt }));
    const readAt = now();
    await store.projects.putPools(poolsOf({ projectId, readAt, sized, containers: [] }));
    await store.projects.putSettleTime({
      projectId,
      projectKey: `P${projectId}`,
      days: daysWithoutEvidence,
      reopenings: 0,
      readAt,
    });
  }
}

function byProject({ issues }: MadeSite): ReadonlyMap<string, readonly ReadIssue[]> {
  const projects = new Map<string, ReadIssue[]>();
  for (const issue of issues.values()) {
    const own = projects.get(issue.item.projectId);
    if (own === undefined) projects.set(issue.item.projectId, [issue]);
    else own.push(issue);
  }
  return projects;
}

/** Reads all goals of a new site: the first job reads all that wait, links from Jira, then scopes and numbers. */
export async function readGoals(ports: Ports, { goals }: MadeSite): Promise<void> {
  const [first] = goals;
  if (first === undefined) return;
  await askForReadings(
    ports,
    goals.map(({ id }) => id),
  );
  await readGoal(ports, { goalId: first.id });
}

/** The same store without Jira and without a number before the last: facts, members, scopes, then every number once. */
export async function fillStore(ports: Ports, site: MadeSite): Promise<void> {
  const { store, now } = ports;
  await store.scope.putIssues([...site.issues.values()], now());
  for (const { link, family } of site.links) {
    await store.scope.addMemberships(family.issues.map(({ item }) => ({ link, issueId: item.id })));
  }
  await store.sync.markGoals(site.goals.map(({ id }) => id));
  for (const goal of site.goals) await placeInScope(ports, goal, firstStamp);
  await rollDirtyGoals(ports);
}

const firstStamp = 1;
