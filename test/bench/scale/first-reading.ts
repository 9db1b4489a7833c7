import { catchUp } from "../../../src/use-cases/catch-up";
import type { Ports } from "../../../src/use-cases/ports";
import { readGoal } from "../../../src/use-cases/read-goal";
import { askForReadings } from "../../../src/use-cases/touch-goals";
import type { MadeSite } from "./made-site";
import type { BenchApp } from "./open-app";
import { knowProjects } from "./plant-goals";
import { untilRefused } from "./until-refused";

/** How the first reading of a site went. */
export type FirstReading = {
  /** Jobs that the queue delivered; Jira's quota ends one and it comes again. */
  readonly jobs: number;
  /** From the wish to the last number, nearly all of it spent waiting for the points of the next hour. */
  readonly hours: number;
  /** Of this machine. */
  readonly minutes: number;
};

const minute = 60_000;
const hour = 60 * minute;
const betweenChecks = 5 * minute;
/** What is known of projects is read again each day, in hours. */
const knownFor = 12;
/** Longer than the largest site needs, in hours. */
const mostHours = 200;

/**
 * Reads all goals of a new site from Jira as the app does it: within the points of each hour, by jobs that the quota cuts
 * off anywhere and that go on where the last one stood.
 */
export async function readInHours(app: BenchApp, site: MadeSite): Promise<FirstReading> {
  const started = performance.now();
  const begun = app.now().getTime();
  const hours = () => (app.now().getTime() - begun) / hour;
  const wanted: string[] = [];
  const push: Ports["queue"]["push"] = (job) => {
    if (job.kind === "read-goal") wanted.push(job.goalId);
    return Promise.resolve();
  };
  const ports = { ...app.ports, queue: { push } };
  await askForReadings(
    ports,
    site.goals.map(({ id }) => id),
  );
  let jobs = 0;
  let knownAt = 0;
  while (hours() < mostHours) {
    if (hours() - knownAt > knownFor) {
      await knowProjects(ports, site);
      knownAt = hours();
    }
    const goalId = wanted.shift();
    if (goalId !== undefined) {
      jobs += 1;
      const later = await untilRefused(() => readGoal(ports, { goalId }));
      await ports.points.flush();
      if (later === null) continue;
      wanted.push(goalId);
      app.advance(later * 1000);
    } else if ((await ports.store.rollups.unfinished()).length === 0) {
      return { jobs, hours: hours(), minutes: (performance.now() - started) / minute };
    } else {
      app.advance(betweenChecks);
      await untilRefused(() => catchUp(ports));
      await ports.points.flush();
    }
  }
  throw new Error(`the first reading did not end within ${String(mostHours)} hours`);
}
