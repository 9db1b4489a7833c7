import { companyNow, companyStart, day, dayOf } from "./calendar";
import type { Version } from "./draft";
import type { Project } from "./projects";

/** The project's releases, named by year and number within it, two of them still to come; then one without a date. */
export function versionsOf(project: Project, firstId: number): readonly Version[] {
  if (project.versions === null) return [];
  const { name, everyDays } = project.versions;
  const versions: Version[] = [];
  const until = companyNow + 2 * everyDays * day;
  for (
    let releaseAt = companyStart + everyDays * day;
    releaseAt < until;
    releaseAt += everyDays * day
  ) {
    const year = dayOf(releaseAt).slice(2, 4);
    const sameYear = versions.filter((each) => each.name.startsWith(`${name} ${year}.`)).length;
    versions.push({
      id: String(firstId + versions.length),
      name: `${name} ${year}.${String(sameYear + 1)}`,
      releaseAt: releaseAt + releaseHour,
    });
  }
  return [
    ...versions,
    { id: String(firstId + versions.length), name: `${name} later`, releaseAt: null },
  ];
}

/** The first release after an instant. */
export function versionAt(versions: readonly Version[], at: number): Version | null {
  return versions.find(({ releaseAt }) => releaseAt !== null && releaseAt > at) ?? null;
}

const releaseHour = 60 * 60 * 1000 * 17;
