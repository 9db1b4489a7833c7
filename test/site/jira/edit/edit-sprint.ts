import { type Sprint, sprintState } from "../store/catalog";
import type { Origin, SprintEvent } from "../store/store-event";
import type { World } from "../world";
import { editIssue } from "./edit-issue";

/** What a partial update of a sprint may set; a state moves it along. */
export type SprintPatch = Partial<Pick<Sprint, "name" | "start" | "end">> & {
  readonly state?: string;
};

/** Undefined for a new state that the sprint cannot take: only a future one starts, and only an active one closes. */
export function editSprint(
  world: World,
  sprint: Sprint,
  { state: wanted, ...patch }: SprintPatch,
  origin: Origin,
): Sprint | undefined {
  const now = world.store.now();
  const state = sprintState(sprint, now);
  if (wanted === undefined || wanted === state) {
    return put(world, "updated", { ...sprint, ...patch }, origin);
  }
  const changed = { ...sprint, ...patch };
  if (state === "future" && wanted === "active" && changed.end !== null) {
    const start = Math.min(changed.start ?? now, now);
    return put(world, "started", { ...changed, start, state: "active" }, origin);
  }
  if (state === "active" && wanted === "closed") {
    return put(world, "closed", { ...changed, complete: now, state: "closed" }, origin);
  }
  return undefined;
}

export function createSprint(
  world: World,
  { name, boardId, start, end }: Pick<Sprint, "name" | "boardId" | "start" | "end">,
  origin: Origin,
): Sprint {
  const ids = [...world.store.catalog.sprints.values()].map(({ id }) => id);
  const id = Math.max(0, ...ids) + 1;
  const sprint = { id, name, boardId, state: "future", start, end, complete: null };
  return put(world, "created", sprint, origin);
}

/** Deletes a sprint now; its issues go back to the backlog, each with a changelog entry. */
export function deleteSprint(world: World, sprint: Sprint, origin: Origin): void {
  const sprintId = String(sprint.id);
  for (const { id, fields } of world.store.all()) {
    if (!fields.sprintIds.includes(sprintId)) continue;
    const sprintIds = fields.sprintIds.filter((each) => each !== sprintId);
    editIssue(world, id, { sprintIds }, origin);
  }
  put(world, "deleted", sprint, origin);
}

function put(world: World, what: SprintEvent["what"], sprint: Sprint, origin: Origin): Sprint {
  world.store.putSprint({ what, sprint, origin });
  return sprint;
}
