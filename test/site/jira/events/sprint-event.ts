import type { ProductEvent } from "../../boundary";
import type { Sprint } from "../store/catalog";
import { sprintState } from "../store/catalog";
import type { SprintEvent } from "../store/store-event";
import type { World } from "../world";

/** What Forge delivers for a sprint; `oldValue` holds the changed members only, as Atlassian's table says. */
export function sprintEvent(
  world: World,
  { what, sprint, before, origin }: SprintEvent,
): ProductEvent {
  const eventType = `avi:jira-software:${what}:sprint`;
  const selfGenerated = origin.byApp;
  const now = world.store.now();
  const after = told(sprint, now);
  const oldValue = Object.fromEntries(
    Object.entries(before === undefined ? {} : told(before, now)).filter(
      ([name, value]) => new Map(Object.entries(after)).get(name) !== value,
    ),
  );
  return {
    eventType,
    selfGenerated,
    body: {
      timestamp: String(now),
      sprint: after,
      ...(before === undefined || what === "deleted" ? {} : { oldValue }),
      ...(origin.accountId === null ? {} : { atlassianId: origin.accountId }),
      eventType,
      selfGenerated,
    },
  };
}

/** A sprint in events: its id is a text here. */
function told(sprint: Sprint, now: number) {
  const state = sprintState(sprint, now);
  const dates = { startDate: sprint.start, endDate: sprint.end, completeDate: sprint.complete };
  return {
    id: String(sprint.id),
    originBoardId: String(sprint.boardId),
    name: sprint.name,
    goal: "",
    state,
    ...Object.fromEntries(
      Object.entries(dates).flatMap(([name, at]) =>
        at === null || (name === "completeDate" && state !== "closed")
          ? []
          : [[name, new Date(at).toISOString()]],
      ),
    ),
  };
}
