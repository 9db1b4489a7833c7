import { day, hour, workingTime } from "./calendar";
import { drawCourse } from "./course";
import { courseSteps } from "./course-steps";
import type { Draft } from "./draft";
import type { Planned } from "./plan-work";
import type { Random } from "./random";
import { drawSize } from "./size-steps";
import type { Team } from "./team";
import { drawSubTaskTitle } from "./titles";

/** The sub-tasks of a story, made when it begins or is planned; a few outlive the story's Done. */
export function planSubTasks(random: Random, team: Team, parent: Planned): readonly Draft[] {
  const subTasks: Draft[] = [];
  const wanted = random.whole(2, 4);
  while (subTasks.length < wanted) {
    const titles = subTasks.map(({ summary }) => summary);
    subTasks.push(planSubTask(random, team, parent, drawSubTaskTitle(random, titles)));
  }
  return subTasks;
}

function planSubTask(random: Random, team: Team, parent: Planned, summary: string): Draft {
  const { project } = team;
  const { course } = parent;
  const createdAt = creation(random, parent);
  const spell = Math.max(course.doneAt - createdAt, day);
  const share = random.chance(0.05) ? random.between(1.1, 4) : random.between(0.3, 0.95);
  const own = drawCourse(random, {
    type: "Sub-task",
    createdAt,
    doneAround: createdAt + spell * share,
  });
  const worker = random.pick(project.people);
  const lead = project.people[0] ?? worker;
  const size = drawSize(random, {
    course: own,
    sizing: { points: 0, estimate: project.sizing.estimate },
    by: worker,
  });
  const crew = { worker, reviewer: worker, lead, forgetsResolution: false };
  return {
    ref: team.nextRef(),
    project,
    type: "Sub-task",
    summary,
    createdAt,
    reporter: worker,
    priority: "Medium",
    labels: [],
    components: [],
    parent: parent.draft.ref,
    status: "To Do",
    points: null,
    estimateSeconds: size.estimateSeconds,
    version: null,
    dueDay: null,
    securityLevel: parent.draft.securityLevel,
    comments: 0,
    steps: [...size.steps, ...courseSteps(random, own, crew)],
  };
}

function creation(random: Random, { course, draft }: Planned): number {
  const refined = workingTime(random, draft.createdAt + 10 * day);
  const atStart =
    (course.startAt ?? course.doneAt) + Math.floor(random.between(hour / 6, 2 * hour));
  const soonest = draft.createdAt + hour / 2;
  return Math.max(soonest, random.chance(0.55) ? Math.min(refined, atStart) : atStart);
}
