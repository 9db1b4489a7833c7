import type { Answer } from "../contract/answer";
import type { ProjectGoals } from "../contract/places";
import { isDropped } from "../domain/classes";
import { goalLines } from "./goal-lines";
import { visibleAmong } from "./permissions";
import type { ViewerPorts } from "./ports";
import { answered } from "./refusal";
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
  const shares = projectIds.has(projectId) ? await store.scope.goalsOfProject(projectId) : [];
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
    connected: null,
    mayCreate: true,
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
  const done = await doneAmong(ports, [...hidden.values()].flat());
  return new Map(
    found.shares.map((share) => {
      const ids = hidden.get(share.goalId) ?? [];
      const doneHidden = ids.filter((id) => done.has(id)).length;
      const items = share.items - ids.length;
      return [share.goalId, { goalId: share.goalId, items, done: share.done - doneHidden }];
    }),
  );
}

async function doneAmong(
  { store }: ViewerPorts,
  issueIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (issueIds.length === 0) return new Set();
  const { droppedResolutions } = await store.settings();
  const issues = await store.scope.issuesById(issueIds);
  const done = issues.filter(
    ({ item }) => item.category === "done" && !isDropped(item, droppedResolutions),
  );
  return new Set(done.map(({ item }) => item.id));
}
