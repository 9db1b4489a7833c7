import { companyNow, day, hour, workingTimeAfter } from "./calendar";
import type { Random, Weighted } from "./random";
import type { ResolutionName, TypeName } from "./vocabulary";

/** The instants at which an issue moves on; those after the end of the data stay plans. */
export type Course = {
  readonly createdAt: number;
  /** Null when it goes to Done without being in progress. */
  readonly startAt: number | null;
  readonly reviewAt: number | null;
  readonly doneAt: number;
  readonly resolution: ResolutionName;
  readonly again: { readonly reopenedAt: number; readonly doneAt: number } | null;
};

/** Habits that decide the figures of the company; figures.ts measures what comes of them. */
const droppedShare = { Bug: 0.21, Story: 0.125, Task: 0.125, "Sub-task": 0.05 } as const;
const reopenedShare = 0.045;
const skipsProgress = { Bug: 0.2, Story: 0.04, Task: 0.12, "Sub-task": 0.3 } as const;

export type WorkType = keyof typeof droppedShare & TypeName;

/** Draws the course of an issue that is to be finished around a given time. */
export function drawCourse(
  random: Random,
  asked: { readonly type: WorkType; readonly createdAt: number; readonly doneAround: number },
): Course {
  if (random.chance(droppedShare[asked.type])) return droppedCourse(random, asked);
  const { createdAt, doneAround, type } = asked;
  const cycle = Math.min(random.longTail(5.5, 0.9) * day, 50 * day);
  if (random.chance(skipsProgress[type])) {
    const doneAt = workingTimeAfter(random, createdAt, doneAround);
    return {
      ...{ createdAt, startAt: null, reviewAt: null, doneAt, resolution: "Done" as const },
      again: reopening(random, doneAt),
    };
  }
  const startAt = workingTimeAfter(random, createdAt, Math.max(doneAround - cycle, createdAt));
  const reviewAt = random.chance(0.75)
    ? workingTimeAfter(random, startAt, startAt + 0.6 * cycle)
    : null;
  const doneAt = workingTimeAfter(random, reviewAt ?? startAt, startAt + cycle);
  return {
    ...{ createdAt, startAt, reviewAt, doneAt, resolution: "Done" as const },
    again: reopening(random, doneAt),
  };
}

/** Dropped mostly before anybody began. */
function droppedCourse(
  random: Random,
  asked: { readonly type: WorkType; readonly createdAt: number; readonly doneAround: number },
): Course {
  const { createdAt, doneAround, type } = asked;
  const wait = Math.max(doneAround - createdAt, 2 * day);
  const decidedAt = createdAt + wait * random.between(0.3, 1.5);
  const startAt = random.chance(0.2)
    ? workingTimeAfter(random, createdAt, decidedAt - 3 * day)
    : null;
  const doneAt = workingTimeAfter(random, startAt ?? createdAt, decidedAt);
  return {
    ...{ createdAt, startAt, reviewAt: null, doneAt },
    resolution: random.weighted(reasons[type]),
    again: null,
  };
}

/** Most reopenings come within days; the tail is what settle times are about. */
function reopening(random: Random, doneAt: number): Course["again"] {
  if (!random.chance(reopenedShare)) return null;
  const reopenedAt = workingTimeAfter(random, doneAt, doneAt + random.longTail(5, 1) * day);
  const doneAgain = reopenedAt + random.longTail(4, 0.8) * day;
  if (reopenedAt > companyNow) return null;
  return { reopenedAt, doneAt: workingTimeAfter(random, reopenedAt + hour, doneAgain) };
}

const forWork: readonly Weighted<ResolutionName>[] = [
  ["Won't Do", 6],
  ["Duplicate", 2],
  ["Obsolete", 2],
  ["Declined", 1],
];
const forBugs: readonly Weighted<ResolutionName>[] = [
  ["Won't Do", 4],
  ["Duplicate", 4],
  ["Cannot Reproduce", 3],
];
const reasons = { Bug: forBugs, Story: forWork, Task: forWork, "Sub-task": forWork } as const;
