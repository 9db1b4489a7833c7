import { subDays } from "date-fns";
import { containerTotalsOf } from "../domain/container-totals";
import { poolsOf } from "../domain/pools";
import { settleDaysOf } from "../domain/settle-time";
import type { Pools, ProjectPools } from "../domain/size-pool";
import { readDescendants } from "./descendants";
import type { ReadIssue } from "./jira-ports";
import type { Ports } from "./ports";
import type { ProjectSettle } from "./store-ports";

/** What a number needs to know of the projects of its scope. */
export type PreparedProjects = {
  readonly settleDays: ReadonlyMap<string, number>;
  readonly pools: Pools;
};

/** Settle times and size pools of these projects; those that nobody has read yet are read from Jira. */
export async function preparedProjects(
  ports: Ports,
  projectIds: readonly string[],
): Promise<PreparedProjects> {
  if (projectIds.length === 0) return { settleDays: new Map(), pools: {} };
  const stored = await readStored(ports, projectIds);
  const missing = projectIds.filter(
    (id) => !stored.settle.has(id) || stored.pools[id] === undefined,
  );
  const read = await Promise.all(
    missing.map(async (id) => (await readProject(ports, id)) ?? keepUnread(ports, id)),
  );
  const settle = [...stored.settle.values(), ...read.map((each) => each.settle)];
  return {
    settleDays: new Map(settle.map(({ projectId, days }) => [projectId, days])),
    pools: {
      ...stored.pools,
      ...Object.fromEntries(read.map(({ pools }) => [pools.projectId, pools])),
    },
  };
}

/** The size pools alone, in one statement where they are known. */
export async function preparedPools(ports: Ports, projectIds: readonly string[]): Promise<Pools> {
  if (projectIds.length === 0) return {};
  const pools = await ports.store.projects.pools(projectIds);
  const missing = projectIds.filter((id) => pools[id] === undefined);
  if (missing.length === 0) return pools;
  return { ...pools, ...(await preparedProjects(ports, missing)).pools };
}

/**
 * Reads those of the projects again that were read more than a day ago, and marks the goals whose numbers it changes. A
 * project that the app may no longer browse stays as it was last read.
 */
export async function refreshProjects(ports: Ports, projectIds: readonly string[]): Promise<void> {
  const { store, now } = ports;
  const { settle, pools } = await readStored(ports, projectIds);
  const dayAgo = subDays(now(), 1);
  for (const projectId of projectIds) {
    const before = { settle: settle.get(projectId), pools: pools[projectId] };
    if (before.settle === undefined || before.settle.readAt > dayAgo) continue;
    const after = await readProject(ports, projectId);
    if (after === null) continue;
    const isSettledAlike = after.settle.days === before.settle.days;
    if (isSettledAlike && after.pools.version === before.pools?.version) continue;
    if (!isSettledAlike) await store.scope.settleAnew(projectId, after.settle.days);
    const goals = await store.scope.goalsOfProject(projectId);
    await store.sync.markGoals(goals.map(({ goalId }) => goalId));
  }
}

async function readStored({ store }: Ports, projectIds: readonly string[]) {
  const settle = await store.projects.settleTimes(projectIds);
  const pools = await store.projects.pools(projectIds);
  return { settle: new Map(settle.map((each) => [each.projectId, each])), pools };
}

type Project = { readonly settle: ProjectSettle; readonly pools: ProjectPools };

/** Null where the app may not browse the project. */
async function readProject(ports: Ports, projectId: string): Promise<Project | null> {
  const { jira, now } = ports;
  const readAt = now();
  const histories = await jira.statusHistories(projectId);
  if (histories === null) return null;
  const [project] = await jira.projectsById([projectId]);
  const { days, reopenings } = settleDaysOf(histories, readAt);
  const settle = { projectId, projectKey: project?.key ?? "", days, reopenings, readAt };
  return keep(ports, { settle, pools: await readPools(ports, projectId, readAt) });
}

/** A project that went out of sight before it was ever read: as one without any evidence, until the next day. */
function keepUnread(ports: Ports, projectId: string): Promise<Project> {
  const readAt = ports.now();
  const { days, reopenings } = settleDaysOf([], readAt);
  return keep(ports, {
    settle: { projectId, projectKey: "", days, reopenings, readAt },
    pools: poolsOf({ projectId, readAt, sized: [], containers: [] }),
  });
}

async function keep({ store }: Ports, project: Project): Promise<Project> {
  await store.projects.putPools(project.pools);
  await store.projects.putSettleTime(project.settle);
  return project;
}

/** The pools of leaves come first: the leaf totals of containers draw from them. */
async function readPools({ jira }: Ports, projectId: string, readAt: Date): Promise<ProjectPools> {
  const sized = await jira.sizedIssues(projectId);
  const samples = sized.map(({ item, createdAt }) => ({ item, createdAt }));
  const ofLeaves = poolsOf({ projectId, readAt, sized: samples, containers: [] });
  const roots = await jira.containersOf(projectId);
  const family: ReadIssue[] = [...roots];
  await readDescendants(jira, roots, (issues) => {
    family.push(...issues);
    return Promise.resolve();
  });
  const bySample = new Map(sized.map((issue) => [issue.item.id, issue.item]));
  const items = family.map(({ item }) => bySample.get(item.id) ?? item);
  const containers = containerTotalsOf(items, { [projectId]: ofLeaves });
  return poolsOf({ projectId, readAt, sized: samples, containers });
}
