import { type Course, drawCourse, type WorkType } from "./course";
import { courseSteps } from "./course-steps";
import { day, minute } from "./calendar";
import type { Draft, Ref, Step } from "./draft";
import type { Random } from "./random";
import { drawSize } from "./size-steps";
import { sprintSteps } from "./sprint-steps";
import type { Team } from "./team";
import { drawTitle } from "./titles";
import { drawVersion } from "./version-steps";
import type { PriorityName } from "./vocabulary";

/** A planned issue with the course it takes, which its sub-tasks and its epic follow. */
export type Planned = { readonly draft: Draft; readonly course: Course };

export type WorkAsked = {
  readonly type: Exclude<WorkType, "Sub-task">;
  readonly parent: Ref | null;
  readonly things: readonly string[];
  readonly createdAt: number;
  readonly doneAround: number;
  /** Nothing happens to it any more after this. */
  readonly stalledAt: number;
};

/** Plans a story, task or bug with all that is going to happen to it. */
export function planWork(random: Random, team: Team, asked: WorkAsked): Planned {
  const { project, sprints, versions } = team;
  const { type, parent, createdAt } = asked;
  const course = drawCourse(random, asked);
  const lead = project.people[0] ?? "";
  const [worker, reviewer] = twoOf(random, project.people);
  const dropped = course.resolution !== "Done";
  const size = drawSize(random, { course, sizing: sizingFor(type, team), by: lead });
  const released = drawVersion(random, { course, versions, dropped, by: lead });
  const forgetsResolution = random.chance(project.forgetsResolution);
  const steps = [
    ...(startsInBacklog(team) ? [selected(course, lead)] : []),
    ...(random.chance(0.02) ? [closedInWords(createdAt, lead)] : []),
    ...size.steps,
    ...released.steps,
    ...(dropped ? [] : sprintSteps(course, sprints, lead)),
    ...courseSteps(random, course, { worker, reviewer, lead, forgetsResolution }),
  ];
  const draft: Draft = {
    ref: team.nextRef(),
    project,
    type,
    summary: drawTitle(random, team, asked),
    createdAt,
    reporter: random.pick(project.people),
    priority: random.weighted(priorities[type]),
    labels: random.chance(0.2) ? [random.pick(project.words.labels)] : [],
    components: random.chance(0.85) ? [random.pick(project.words.components)] : [],
    parent,
    status: startsInBacklog(team) ? "Backlog" : "To Do",
    points: size.points,
    estimateSeconds: size.estimateSeconds,
    version: released.version,
    dueDay: null,
    securityLevel: random.chance(secretShare(team)) ? project.securityLevel : null,
    comments: Math.floor(random.longTail(2, 1)),
    steps: steps.filter(({ at }) => at <= asked.stalledAt),
  };
  return { draft, course };
}

const startsInBacklog = ({ project }: Team) => project.key === "PLAT";
const secretShare = ({ project }: Team) => (project.key === "SEC" ? 0.15 : 0.015);

/** Bugs are sized more rarely than planned work. */
function sizingFor(type: WorkAsked["type"], { project }: Team) {
  const share = type === "Bug" ? 0.8 : 1;
  return { points: project.sizing.points * share, estimate: project.sizing.estimate * share };
}

/** Somebody sets a resolution and leaves the status: poor data, of a kind that every site has. */
function closedInWords(createdAt: number, by: string): Step {
  return { at: createdAt + 3 * day, by, changes: [{ kind: "resolution", to: "Obsolete" }] };
}

function selected({ createdAt, startAt, doneAt }: Course, by: string): Step {
  const until = (startAt ?? doneAt) - minute;
  const at = Math.max(createdAt + minute / 2, Math.min(until, createdAt + 12 * day));
  return { at, by, changes: [{ kind: "status", to: "To Do", resolution: null }] };
}

function twoOf(random: Random, people: readonly string[]): readonly [string, string] {
  const first = random.pick(people);
  const others = people.filter((name) => name !== first);
  return [first, random.pick(others)];
}

const planned: readonly (readonly [PriorityName, number])[] = [
  ["High", 3],
  ["Medium", 6],
  ["Low", 1],
];
const forBugs: readonly (readonly [PriorityName, number])[] = [
  ["Highest", 1],
  ["High", 3],
  ["Medium", 5],
  ["Low", 2],
];
const priorities = { Bug: forBugs, Story: planned, Task: planned } as const;
