import { poolsOf } from "../../../src/domain/pools";
import { daysWithoutEvidence } from "../../../src/domain/settle-time";
import type { ReadIssue } from "../../../src/use-cases/jira-ports";
import type { Ports } from "../../../src/use-cases/ports";
import type { MadeSite } from "./made-site";

/** Goals, links and what is known of projects: what people and the daily duty have written before the reading. */
export async function plantGoals(ports: Ports, site: MadeSite): Promise<void> {
  const { store } = ports;
  for (const goal of site.goals) await store.goals.insert(goal);
  await store.links.insert(site.links.map(({ link }) => link));
  await store.goals.rebuildClosure();
  await knowProjects(ports, site);
}

/** What the daily duty writes of projects, without what it asks of Jira for it. */
export async function knowProjects({ store, now }: Ports, site: MadeSite): Promise<void> {
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
