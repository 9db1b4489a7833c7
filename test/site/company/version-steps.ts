import { companyNow, day, workingTimeAfter } from "./calendar";
import type { Course } from "./course";
import type { Change, Step, Version } from "./draft";
import type { Random } from "./random";
import { versionAt } from "./versions";

/** The fix version an issue is created with, and its changes: planned later, slipped at a release, taken out. */
export type Released = { readonly version: Version | null; readonly steps: readonly Step[] };

type Asked = {
  readonly course: Course;
  readonly versions: readonly Version[];
  readonly dropped: boolean;
  readonly by: string;
};

export function drawVersion(random: Random, asked: Asked): Released {
  const { course, versions, dropped, by } = asked;
  if (versions.length === 0 || !random.chance(0.72)) return { version: null, steps: [] };
  if (!dropped && random.chance(0.38)) return atTheEnd(course, versions, by);
  const lateBy = random.chance(0.17) ? random.longTail(20, 0.9) * day : 0;
  const planned = versionAt(versions, Math.max(course.doneAt - lateBy, course.createdAt));
  if (planned === null) return { version: versions.at(-1) ?? null, steps: [] };
  const steps = afterPlanning(random, planned, asked);
  if (random.chance(0.5)) return { version: planned, steps };
  const plannedAt = planning(random, course, planned);
  const plan: Step = { at: plannedAt, by, changes: [replaced(null, planned)] };
  return { version: null, steps: [plan, ...steps] };
}

/** Slips from release to release; work that is dropped often leaves its version then. */
function afterPlanning(random: Random, planned: Version, asked: Asked): readonly Step[] {
  const { course, versions, dropped, by } = asked;
  const slips = slipsOf(planned, { versions, doneAt: course.doneAt, by });
  const steps = slips.map(({ step }) => step);
  if (!dropped || !random.chance(0.4)) return steps;
  const last = slips.at(-1)?.into ?? planned;
  return [...steps, { at: course.doneAt, by, changes: [replaced(last, null)] }];
}

/** Some teams fill in the version only when they close the issue. */
function atTheEnd(course: Course, versions: readonly Version[], by: string): Released {
  const version = versionAt(versions, course.doneAt);
  if (version === null) return { version: null, steps: [] };
  return {
    version: null,
    steps: [{ at: course.doneAt, by, changes: [replaced(null, version)] }],
  };
}

/** What is not done on the day of a release goes into the next one. */
function slipsOf(
  planned: Version,
  known: { readonly versions: readonly Version[]; readonly doneAt: number; readonly by: string },
): readonly { readonly step: Step; readonly into: Version }[] {
  const slips: { step: Step; into: Version }[] = [];
  let current = planned;
  while (current.releaseAt !== null && current.releaseAt < Math.min(known.doneAt, companyNow)) {
    const next = versionAt(known.versions, current.releaseAt);
    if (next === null) break;
    const at = current.releaseAt;
    slips.push({ step: { at, by: known.by, changes: [replaced(current, next)] }, into: next });
    current = next;
  }
  return slips;
}

function planning(random: Random, course: Course, planned: Version): number {
  const latest = Math.min(course.startAt ?? course.doneAt, planned.releaseAt ?? course.doneAt) - 1;
  const wait = Math.max(0, latest - course.createdAt) * random.between(0, 0.8);
  return Math.max(
    course.createdAt + 1,
    Math.min(latest, workingTimeAfter(random, course.createdAt, course.createdAt + wait)),
  );
}

const replaced = (out: Version | null, into: Version | null): Change => ({
  kind: "version",
  out,
  into,
});
