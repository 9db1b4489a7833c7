import type { Course } from "./course";
import type { Change, Step } from "./draft";
import type { Random } from "./random";
import type { ResolutionName } from "./vocabulary";

/** Who does what to an issue on its way, and whether Done comes with its resolution. */
export type Crew = {
  readonly worker: string;
  readonly reviewer: string;
  readonly lead: string;
  readonly forgetsResolution: boolean;
};

/** The moves of an issue through the workflow, assignments included. */
export function courseSteps(random: Random, course: Course, crew: Crew): readonly Step[] {
  const { startAt, reviewAt, doneAt } = course;
  const { worker } = crew;
  const steps: Step[] = [];
  if (startAt !== null) {
    const assigned: Change = { kind: "assignee", to: worker };
    steps.push({ at: startAt, by: worker, changes: [assigned, moved("In Progress")] });
    if (random.chance(0.08)) steps.push(handedOver(startAt, doneAt, crew));
  }
  if (reviewAt !== null) steps.push({ at: reviewAt, by: worker, changes: [moved("In Review")] });
  return [...steps, ...closing(random, course, crew)];
}

/** Done, and for some once more after a reopening. */
function closing(random: Random, course: Course, crew: Crew): readonly Step[] {
  const { startAt, doneAt, again } = course;
  const { worker, reviewer, lead, forgetsResolution } = crew;
  if (course.resolution !== "Done") {
    return [{ at: doneAt, by: lead, changes: [moved("Done", course.resolution)] }];
  }
  const done = moved("Done", forgetsResolution ? null : "Done");
  const unassigned = startAt === null;
  const first: Step = {
    at: doneAt,
    by: reviewer,
    changes: unassigned ? [{ kind: "assignee", to: worker }, done] : [done],
  };
  if (again === null) return [first];
  const back = moved(random.chance(0.6) ? "In Progress" : "To Do");
  return [
    first,
    { at: again.reopenedAt, by: reviewer, changes: [back] },
    { at: again.doneAt, by: worker, changes: [done] },
  ];
}

function moved(
  to: "To Do" | "In Progress" | "In Review" | "Done",
  resolution: ResolutionName | null = null,
): Change {
  return { kind: "status", to, resolution };
}

function handedOver(startAt: number, doneAt: number, { lead, reviewer }: Crew): Step {
  const at = startAt + Math.floor((doneAt - startAt) / 3);
  return { at, by: lead, changes: [{ kind: "assignee", to: reviewer }] };
}
