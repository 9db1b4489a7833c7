import { hour, workingTimeAfter } from "./calendar";
import type { Course } from "./course";
import type { Step } from "./draft";
import type { Sizing } from "./projects";
import type { Random, Weighted } from "./random";

/** The sizes with which an issue is created, and the edits that size it later. */
export type Sized = {
  readonly points: number | null;
  readonly estimateSeconds: number | null;
  readonly steps: readonly Step[];
};

/** Sized at creation, or in a refinement before work begins; now and then sized anew while it goes on. */
export function drawSize(
  random: Random,
  asked: { readonly course: Course; readonly sizing: Sizing; readonly by: string },
): Sized {
  const { course, sizing, by } = asked;
  if (random.chance(sizing.points)) return inPoints(random, course, by);
  if (random.chance(sizing.estimate)) return inTime(random, course, by);
  return { points: null, estimateSeconds: null, steps: [] };
}

function inPoints(random: Random, course: Course, by: string): Sized {
  const points = random.weighted(pointScale);
  const again: readonly Step[] = random.chance(0.08)
    ? [
        {
          at: whileWorking(random, course),
          by,
          changes: [{ kind: "size", field: "points", amount: larger(points) }],
        },
      ]
    : [];
  if (random.chance(0.45)) return { points, estimateSeconds: null, steps: again };
  const refined: Step = {
    at: refinement(random, course),
    by,
    changes: [{ kind: "size", field: "points", amount: points }],
  };
  return { points: null, estimateSeconds: null, steps: [refined, ...again] };
}

function inTime(random: Random, course: Course, by: string): Sized {
  const seconds = (random.weighted(hourScale) * hour) / 1000;
  const worked = seconds * random.pick([0.5, 0.75, 1, 1.25, 2]);
  const logged: readonly Step[] = random.chance(0.4)
    ? [{ at: course.doneAt, by, changes: [{ kind: "size", field: "work", amount: worked }] }]
    : [];
  if (random.chance(0.55)) return { points: null, estimateSeconds: seconds, steps: logged };
  const refined: Step = {
    at: refinement(random, course),
    by,
    changes: [{ kind: "size", field: "estimate", amount: seconds }],
  };
  return { points: null, estimateSeconds: null, steps: [refined, ...logged] };
}

function refinement(random: Random, { createdAt, startAt, doneAt }: Course): number {
  const until = startAt ?? doneAt;
  return Math.min(
    until,
    workingTimeAfter(random, createdAt, createdAt + (until - createdAt) * random.between(0.1, 0.9)),
  );
}

function whileWorking(random: Random, { startAt, createdAt, doneAt }: Course): number {
  const from = startAt ?? createdAt;
  return from + Math.floor((doneAt - from) * random.between(0.2, 0.8));
}

const larger = (points: number) =>
  pointScale.find(([size]) => size > points)?.[0] ?? points + points / 2;

const pointScale: readonly Weighted<number>[] = [
  [0.5, 2],
  [1, 14],
  [2, 22],
  [3, 26],
  [5, 22],
  [8, 10],
  [13, 3],
];

const hourScale: readonly Weighted<number>[] = [
  [2, 10],
  [4, 20],
  [8, 30],
  [16, 25],
  [24, 8],
  [40, 6],
  [80, 1],
];
