import { catchUp } from "../../../src/use-cases/catch-up";
import { goalProgress } from "../../../src/use-cases/goal-progress";
import { noteChanges } from "../../../src/use-cases/note-changes";
import { readGoal } from "../../../src/use-cases/read-goal";
import { rollDirtyGoals } from "../../../src/use-cases/roll-goals";
import { snapshotDay } from "../../../src/use-cases/snapshot-day";
import { takeInChanges } from "../../../src/use-cases/take-in-changes";
import { askForReading } from "../../../src/use-cases/touch-goals";
import { verifyNumbers } from "../../../src/use-cases/sync/verify-numbers";
import { beginHour } from "./begin-hour";
import { changeIssues } from "./changes";
import type { MadeSite } from "./made-site";
import { storm } from "./storm";
import { workNames } from "./work-names";
import { measure, type Measured } from "./measured";
import type { BenchApp } from "./open-app";

const second = 1000;
const minute = 60 * second;
/** From a change to its event. */
const eventAfter = 5 * second;
/** Until then an event may come late; a check looks at what is older. */
const checkAfter = 5 * minute;

type Daily = { readonly works: readonly Measured[]; readonly stormMinutes: number | null };

/** What happens every day, on a site that is read; the storm is the last of it. */
export async function dailyWorks(app: BenchApp, site: MadeSite): Promise<Daily> {
  const goal = site.goals[0];
  const leaf = site.goals.at(-1);
  if (goal === undefined || leaf === undefined) throw new Error("a site has goals");
  const view = () => goalProgress(app.as("ann"), { goalId: goal.id });
  await beginHour(app);
  const quiet = [
    await measure(app, workNames.idleCheck, () => catchUp(app.ports)),
    await measure(app, workNames.event, async () => {
      await tellOf(app, site, 1);
      await takeIn(app);
    }),
    await measure(app, workNames.check, () => lateCheck(app)),
    await measure(app, workNames.firstView, view),
    await measure(app, workNames.view, view),
    await measure(app, workNames.events, () => tellOf(app, site, 1000)),
    await measure(app, workNames.burst, () => takeIn(app)),
    await measure(app, workNames.burstCheck, () => checkAndTakeIn(app)),
    await measure(app, workNames.roll, async () => {
      await app.ports.store.sync.markGoals(site.goals.map(({ id }) => id));
      await rollDirtyGoals(app.ports);
    }),
    await measure(app, workNames.night, () => verifyNumbers(app.ports)),
    await measure(app, workNames.snapshot, () => snapshotDay(app.ports)),
    await measure(app, workNames.reading, async () => {
      await askForReading(app.ports, leaf.id);
      await readGoal(app.unmetered, { goalId: leaf.id });
    }),
  ];
  let stormMinutes: number | null = null;
  const stormy = await measure(app, workNames.storm, async () => {
    stormMinutes = await storm(app, site);
  });
  return { works: [...quiet, stormy], stormMinutes };
}

/** Lets issues change and tells the app of each in an event of its own, as Jira does. */
async function tellOf(app: BenchApp, site: MadeSite, count: number): Promise<void> {
  app.advance(minute);
  const changed = changeIssues(site, count, app.now());
  app.advance(eventAfter);
  for (const { item, updatedAt } of changed) {
    await noteChanges(app.ports, [{ issueId: item.id, seenAt: updatedAt }]);
  }
}

/** The job that the first of the events asked for. */
async function takeIn({ ports }: BenchApp): Promise<void> {
  await takeInChanges(ports);
  await ports.points.flush();
}

function lateCheck(app: BenchApp): Promise<void> {
  app.advance(checkAfter);
  return catchUp(app.ports);
}

/** The search finds whatever of the burst was not noted. */
async function checkAndTakeIn(app: BenchApp): Promise<void> {
  await lateCheck(app);
  await takeIn(app);
}
