import { isTheirs, type Ownership } from "./ownership";
import type { ViewerPorts } from "./ports";
import type { ScopeRow, StoredRollup } from "./store-ports";

/** What a person may see of some goals and browse of their work. */
export type Sight = {
  /** Whether the goal is theirs: what Jira says of its rules may name what others may not see. */
  readonly owns: (goal: Ownership) => boolean;
  readonly mayBrowse: (projectId: string) => boolean;
  /** Whether they may browse this leaf: its project, and its security level where it has one. */
  readonly sees: (leaf: Pick<ScopeRow, "item" | "secured">) => boolean;
  /** Whether they may browse a leaf that has a security level. */
  readonly seesSecured: (issueId: string) => boolean;
  /** How many leaves of the goal are hidden from them. */
  readonly hiddenOf: (rollup: StoredRollup) => number;
};

/**
 * Asks Jira once for all projects that were not checked within a minute, and for all leaves with a security level.
 * `known` is what the store already told of the person's projects.
 */
export async function sightOf(
  ports: ViewerPorts,
  rollups: readonly StoredRollup[],
  known: ReadonlyMap<string, boolean> | null,
): Promise<Sight> {
  const { viewer, store, now } = ports;
  const projectIds = new Set(rollups.flatMap((rollup) => Object.keys(rollup.leavesByProject)));
  const asked = [...projectIds].filter((id) => known?.has(id) !== true);
  const secured = [...new Set(rollups.flatMap(securedOf))];
  const { accountId } = viewer;
  if (asked.length === 0 && secured.length === 0) {
    return sight(accountId, known ?? new Map(), new Set());
  }
  const browsable = await viewer.browsable({ projectIds: asked, issueIds: secured });
  const checked = new Map(asked.map((id) => [id, browsable.projectIds.has(id)]));
  if (checked.size > 0) {
    await store.people.putBrowsableProjects(accountId, now(), checked);
  }
  return sight(accountId, new Map([...(known ?? []), ...checked]), browsable.issueIds);
}

/** The same where nothing of the person is known yet. */
export async function sightOfGoals(
  ports: ViewerPorts,
  rollups: readonly StoredRollup[],
): Promise<Sight> {
  const { store, viewer, now } = ports;
  if (rollups.length === 0) return sight(viewer.accountId, new Map(), new Set());
  const known = await store.people.browsableProjects(viewer.accountId, now());
  return sightOf(ports, rollups, known);
}

const securedOf = (rollup: StoredRollup) => Object.values(rollup.securedLeaves).flat();

function sight(
  accountId: string,
  projects: ReadonlyMap<string, boolean>,
  securedIssues: ReadonlySet<string>,
): Sight {
  const mayBrowse = (projectId: string) => projects.get(projectId) === true;
  const hiddenIn = (rollup: StoredRollup, projectId: string, leaves: number) => {
    if (!mayBrowse(projectId)) return leaves;
    const secured = rollup.securedLeaves[projectId] ?? [];
    return secured.filter((id) => !securedIssues.has(id)).length;
  };
  return {
    owns: (goal) => isTheirs(goal, accountId),
    mayBrowse,
    sees: ({ item, secured }) =>
      mayBrowse(item.projectId) && (!secured || securedIssues.has(item.id)),
    seesSecured: (issueId) => securedIssues.has(issueId),
    hiddenOf: (rollup) =>
      Object.entries(rollup.leavesByProject).reduce(
        (hidden, [projectId, leaves]) => hidden + hiddenIn(rollup, projectId, leaves),
        0,
      ),
  };
}
