import { day, hour } from "./calendar";
import type { Course } from "./course";
import type { Sprint, Step } from "./draft";
import { sprintAt, sprintsBetween } from "./sprints";

const mostSprints = 5;

/**
 * The sprint in which an issue is begun, planned on the Thursday before, and those into which it is carried over. An
 * issue that is never begun is in none.
 */
export function sprintSteps(
  course: Course,
  sprints: readonly Sprint[],
  by: string,
): readonly Step[] {
  const { createdAt, startAt, doneAt } = course;
  if (startAt === null) return [];
  const first = sprintAt(sprints, startAt);
  if (first === undefined) return [];
  const plannedAt = Math.max(createdAt + hour / 60, first.start - 4 * day + 5 * hour);
  const at = Math.min(plannedAt, startAt - 1);
  if (at <= createdAt) return [];
  const carried = sprintsBetween(sprints, first.start, doneAt).slice(0, mostSprints - 1);
  return [
    { at, by, changes: [{ kind: "sprint", add: first }] },
    ...carried.map((sprint): Step => {
      const carriedAt = Math.max(sprint.start - 2 * day - 16 * hour, at + 1);
      return { at: carriedAt, by, changes: [{ kind: "sprint", add: sprint }] };
    }),
  ];
}
