import { subDays } from "date-fns";
import { containerTotalsOf } from "../domain/container-totals";
import { poolsOf } from "../domain/pools";
import { settleDaysOf } from "../domain/settle-time";
import type { Pools, ProjectPools } from "../domain/size-pool";
import { readDescendants } from "./descendants";
import type { ReadIssue } from "./jira-ports";
import { knownOrRead } from "./known-or-read";
import type { Ports } from "./ports";
import type { ProjectSettle } from "./store-ports";
import { projectKey } from "./sync/state-keys";

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
  const keys = await keysOf(ports, missing);
  const read = await Promise.all(missing.map((id) => readFirst(ports, id, keys)));
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
  const { now } = ports;
  const { settle, pools } = await readStored(ports, projectIds);
  const dayAgo = subDays(now(), 1);
  const due = [...settle.values()].filter(({ readAt }) => readAt <= dayAgo);
  const keys = await keysOf(
    ports,
    due.map(({ projectId }) => projectId),
  );
  for (const { projectId, days } of due) {
    const after = await readProject(ports, projectId, keys);
    if (after === null) continue;
    const isAlike = after.settle.days === days && after.pools.version === pools[projectId]?.version;
    await (isAlike ? keep(ports, after) : keepChanged(ports, after));
  }
}

/** Marks what changed projects change, where whoever read them was cut off before. */
export async function resumeProjects(ports: Ports): Promise<void> {
  for (const { value } of await ports.store.states.beginning(projectKey(""))) {
    if (typeof value === "string") await markNumbersOf(ports, value);
  }
}

async function readStored({ store }: Ports, projectIds: readonly string[]) {
  const settle = await store.projects.settleTimes(projectIds);
  const pools = await store.projects.pools(projectIds);
  return { settle: new Map(settle.map((each) => [each.projectId, each])), pools };
}

type Project = { readonly settle: ProjectSettle; readonly pools: ProjectPools };

async function keysOf(
  { jira }: Ports,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const projects = await jira.projectsById(projectIds);
  return new Map(projects.map(({ id, key }) => [id, key]));
}

/** Null where the app may not browse the project. */
async function readProject(
  ports: Ports,
  projectId: string,
  keys: ReadonlyMap<string, string>,
): Promise<Project | null> {
  const { jira, now } = ports;
  const readAt = now();
  const histories = await jira.statusHistories(projectId);
  if (histories === null) return null;
  const { days, reopenings } = settleDaysOf(histories, readAt);
  const projectKey = keys.get(projectId) ?? "";
  const settle = { projectId, projectKey, days, reopenings, readAt };
  return { settle, pools: await readPools(ports, projectId, readAt) };
}

async function readFirst(
  ports: Ports,
  projectId: string,
  keys: ReadonlyMap<string, string>,
): Promise<Project> {
  const project = (await readProject(ports, projectId, keys)) ?? unread(projectId, ports.now());
  await keepChanged(ports, project);
  return project;
}

/** A project that went out of sight before it was ever read: as one without any evidence, until the next day. */
function unread(projectId: string, readAt: Date): Project {
  const { days, reopenings } = settleDaysOf([], readAt);
  return {
    settle: { projectId, projectKey: "", days, reopenings, readAt },
    pools: poolsOf({ projectId, readAt, sized: [], containers: [] }),
  };
}

/** Others may have computed with what they read at the same time, so that a first reading changes numbers too. */
async function keepChanged(ports: Ports, project: Project): Promise<void> {
  const { projectId } = project.settle;
  await ports.store.states.write(projectKey(projectId), projectId, ports.now());
  await keep(ports, project);
  await markNumbersOf(ports, projectId);
}

async function keep({ store }: Ports, { settle, pools }: Project): Promise<void> {
  await store.projects.putPools(pools);
  await store.projects.putSettleTime(settle);
}

async function markNumbersOf({ store }: Ports, projectId: string): Promise<void> {
  const state = await store.states.read(projectKey(projectId));
  const [settle] = await store.projects.settleTimes([projectId]);
  if (settle !== undefined) await store.scope.settleAnew(projectId, settle.days);
  await store.sync.markGoalsOfProject(projectId);
  if (state !== null) await store.states.forget(state);
}

/**
 * The pools of leaves come first: the leaf totals of containers draw from them. Of the containers' families most is
 * known already when their goals were read lately.
 */
async function readPools(ports: Ports, projectId: string, readAt: Date): Promise<ProjectPools> {
  const { jira } = ports;
  const sized = await jira.sizedIssues(projectId);
  const samples = sized.map(({ item, createdAt }) => ({ item, createdAt }));
  const ofLeaves = poolsOf({ projectId, readAt, sized: samples, containers: [] });
  const roots = await jira.containersOf(projectId);
  const family: ReadIssue[] = [...roots];
  const source = { ...jira, issuesById: knownOrRead(ports, subDays(readAt, 1)) };
  await readDescendants(source, roots, (issues) => {
    family.push(...issues);
    return Promise.resolve();
  });
  const bySample = new Map(sized.map((issue) => [issue.item.id, issue.item]));
  const items = family.map(({ item }) => bySample.get(item.id) ?? item);
  const containers = containerTotalsOf(items, { [projectId]: ofLeaves });
  return poolsOf({ projectId, readAt, sized: samples, containers });
}
