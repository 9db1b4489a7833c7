import { companyNow, day, hour } from "./calendar";
import type { Sprint } from "./draft";

const firstMonday = Date.UTC(2025, 4 /* May */, 5, 9);

/** The team's sprints up to the one after next, two weeks each from Monday nine o'clock to Friday four o'clock. */
export function sprintsOf(name: string, firstId: number): readonly Sprint[] {
  const sprints: Sprint[] = [];
  for (let start = firstMonday; start < companyNow + 28 * day; start += 14 * day) {
    const number = sprints.length + 1;
    sprints.push({
      id: firstId + number,
      name: `${name} ${String(number)}`,
      start,
      end: start + 11 * day + 7 * hour,
    });
  }
  return sprints;
}

/** The sprint that runs at an instant, or begins next. */
export function sprintAt(sprints: readonly Sprint[], at: number): Sprint | undefined {
  return sprints.find(({ end }) => end > at);
}

/** The sprints that begin after `from` and before `until`. */
export function sprintsBetween(
  sprints: readonly Sprint[],
  from: number,
  until: number,
): readonly Sprint[] {
  return sprints.filter(({ start }) => start > from && start < until);
}
