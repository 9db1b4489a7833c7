import { catchUp } from "../../../src/use-cases/catch-up";
import { noteChanges } from "../../../src/use-cases/note-changes";
import type { Ports, RefreshJob } from "../../../src/use-cases/ports";
import { rollDirtyGoals } from "../../../src/use-cases/roll-goals";
import type { IssueMark } from "../../../src/use-cases/sync/sync-ports";
import { takeInChanges } from "../../../src/use-cases/take-in-changes";
import { createRandom, type Random } from "../../site/company/random";
import { beginHour } from "./begin-hour";
import { changeIssues } from "./changes";
import type { MadeSite } from "./made-site";
import type { BenchApp } from "./open-app";
import { untilRefused } from "./until-refused";
import { wrongNumbers } from "./wrong-numbers";

const second = 1000;
const minute = 60 * second;

/** As the cost goals of the product have it: ten thousand events, a fifth twice, shuffled, one in twenty lost. */
const shares = { twice: 0.2, lost: 0.05 } as const;
const rounds = 125;
const manyPerRound = 80;
/** About what a job takes: whoever asks for it at once gets it so soon. */
const roundLasts = 5 * second;
/** Afterwards nobody looks so closely. */
const looksEvery = 30 * second;
/** Jira tells of changes up to three minutes late. */
const latest = 3 * minute;
/** Points are given by the hour; after so many of them nothing may wait any more. */
const mostMinutes = 6 * 60;

type Event = { readonly tellAt: number; readonly mark: IssueMark };
type Kind = RefreshJob["kind"];

/** The app in a storm: its events to come, and its jobs with the instants at which the queue delivers them. */
type Storm = {
  readonly app: BenchApp;
  readonly ports: Ports;
  readonly jobs: Map<Kind, number>;
  told: readonly Event[];
};

/**
 * Ten minutes in which ten thousand issues change and Jira tells of them badly, while the queue delivers jobs when they
 * asked for it and the five-minute check comes as always; then the time in which everything has to come right. Gives how
 * many minutes after the last event that was; null where it was not within six hours.
 */
export async function storm(
  app: BenchApp,
  site: MadeSite,
  changesPerRound = manyPerRound,
): Promise<number | null> {
  const random = createRandom(site.size.issues).fork("storm");
  const jobs = new Map<Kind, number>();
  const push = (job: RefreshJob, delaySeconds = 0) => {
    const at = app.now().getTime() + delaySeconds * second;
    jobs.set(job.kind, Math.min(at, jobs.get(job.kind) ?? at));
    return Promise.resolve();
  };
  await beginHour(app);
  const storm: Storm = { app, ports: { ...app.ports, queue: { push } }, jobs, told: [] };
  for (let round = 0; round < rounds; round += 1) {
    const changed = changeIssues(site, changesPerRound, app.now());
    const events = changed.flatMap((issue) => eventsOf(issue, app.now(), random));
    storm.told = [...storm.told, ...events];
    await step(storm, roundLasts);
  }
  while (storm.told.length > 0) await step(storm, roundLasts);
  const last = app.now().getTime();
  const since = () => (app.now().getTime() - last) / minute;
  while (since() < mostMinutes) {
    await step(storm, looksEvery);
    if ((await isCalm(storm.ports)) && (await wrongNumbers(app, site)) === 0) return since();
  }
  return null;
}

type Changed = ReturnType<typeof changeIssues>[number];

function eventsOf({ item, updatedAt }: Changed, now: Date, random: Random): readonly Event[] {
  if (random.chance(shares.lost)) return [];
  const event = () => ({
    tellAt: now.getTime() + random.whole(0, latest),
    mark: { issueId: item.id, seenAt: updatedAt },
  });
  return random.chance(shares.twice) ? [event(), event()] : [event()];
}

/** Lets so much time pass: with the events of that time, the check where it is due, and the jobs that were asked for. */
async function step(storm: Storm, milliseconds: number): Promise<void> {
  const { app, ports, jobs } = storm;
  const before = app.now().getTime();
  app.advance(milliseconds);
  const now = app.now().getTime();
  const due = storm.told.filter(({ tellAt }) => tellAt <= now);
  storm.told = storm.told.filter(({ tellAt }) => tellAt > now);
  for (const { mark } of due.toSorted((a, b) => a.tellAt - b.tellAt)) {
    await noteChanges(ports, [mark]);
  }
  if (Math.floor(now / (5 * minute)) > Math.floor(before / (5 * minute))) {
    await untilRefused(() => catchUp(ports));
  }
  if (takeJob(jobs, "take-in-changes", now)) {
    const again = await untilRefused(() => takeInChanges(ports));
    if (again !== null) await ports.queue.push({ kind: "take-in-changes" }, again);
  }
  if (takeJob(jobs, "roll-dirty-goals", now)) await untilRefused(() => rollDirtyGoals(ports));
  await ports.points.flush();
}

function takeJob(jobs: Map<Kind, number>, kind: Kind, now: number): boolean {
  const isDue = (jobs.get(kind) ?? Infinity) <= now;
  if (isDue) jobs.delete(kind);
  return isDue;
}

/** Nothing waits to be read or computed. */
async function isCalm({ store }: Ports): Promise<boolean> {
  const { length } = await store.sync.queue();
  return length === 0 && (await store.sync.dirtyGoals()) === 0;
}
