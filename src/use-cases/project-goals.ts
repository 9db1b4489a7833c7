import type { Answer } from "../contract/answer";
import type { ProjectGoals } from "../contract/places";
import { isDropped } from "../domain/classes";
import { goalLines } from "./goal-lines";
import { visibleAmong } from "./permissions";
import type { ViewerPorts } from "./ports";
import { answered } from "./refusal";
import { mayCreateGoals } from "./settings/may-create";
import type { Sight } from "./sight";
import type { GoalRow } from "./store-ports";

type ShareHere = { readonly goalId: string; readonly items: number; readonly done: number };

/** The goals that a project's work serves, with how much of it does and how much of that is done. */
export async function projectGoals(
  ports: ViewerPorts,
  { projectId }: { readonly projectId: string },
): Promise<Answer<ProjectGoals>> {
  const { store, viewer } = ports;
  const { projectIds } = await viewer.browsable({ projectIds: [projectId], issueIds: [] });
  const mayBrowse = projectIds.has(projectId);
  const shares = mayBrowse ? await store.scope.goalsOfProject(projectId) : [];
  const rows = await store.goals.rowsByIds(shares.map(({ goalId }) => goalId));
  const unarchived = rows.filter(({ goal }) => !goal.archived);
  const visible = await visibleAmong(ports, unarchived);
  const here = await visibleShares(ports, projectId, { shares, ...visible });
  const lines = await goalLines(ports, visible.rows, visible.sight);
  return answered({
    goals: lines.flatMap((goal) => {
      const share = here.get(goal.id);
      if (share === undefined || share.items === 0) return [];
      return [{ goal, itemsHere: share.items, doneHere: share.done }];
    }),
    connected: mayBrowse ? await connectedOf(ports, projectId) : null,
    mayCreate: await mayCreateGoals(ports),
  });
}

/** The shares without the leaves that a security level hides from the person. */
async function visibleShares(
  ports: ViewerPorts,
  projectId: string,
  found: {
    readonly shares: readonly ShareHere[];
    readonly rows: readonly GoalRow[];
    readonly sight: Sight;
  },
): Promise<ReadonlyMap<string, ShareHere>> {
  const hidden = new Map(
    found.rows.map(({ goal, rollup }) => {
      const secured = rollup?.securedLeaves[projectId] ?? [];
      return [goal.id, secured.filter((id) => !found.sight.seesSecured(id))] as const;
    }),
  );
  const known = await hiddenAmong(ports, [...hidden.values()].flat());
  return new Map(
    found.shares.map((share) => {
      const ids = hidden.get(share.goalId) ?? [];
      const items = share.items - ids.filter((id) => known.counted.has(id)).length;
      const done = share.done - ids.filter((id) => known.done.has(id)).length;
      return [share.goalId, { goalId: share.goalId, items, done }];
    }),
  );
}

/** Of these issues those that were not dropped, and of these the Done ones. */
async function hiddenAmong(
  { store }: ViewerPorts,
  issueIds: readonly string[],
): Promise<{ readonly counted: ReadonlySet<string>; readonly done: ReadonlySet<string> }> {
  if (issueIds.length === 0) return { counted: new Set(), done: new Set() };
  const { droppedResolutions } = await store.settings();
  const items = (await store.scope.issuesById(issueIds)).map(({ item }) => item);
  const counted = items.filter((item) => !isDropped(item, droppedResolutions));
  const done = counted.filter(({ category }) => category === "done");
  return { counted: idsOf(counted), done: idsOf(done) };
}

const idsOf = (items: readonly { readonly id: string }[]) => new Set(items.map(({ id }) => id));

/** How much of the project's work serves a goal: issues, sub-tasks aside; the whole is Jira's own estimate. */
async function connectedOf(
  { store, jira }: ViewerPorts,
  projectId: string,
): Promise<ProjectGoals["connected"]> {
  const serving = await store.scope.servingOfProject(projectId);
  const known = await jira.approximateCount(
    `project = ${projectId} AND issuetype in standardIssueTypes()`,
  );
  return known === null ? null : { serving: Math.min(serving, known), known };
}
