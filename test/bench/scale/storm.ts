import { JiraRefused } from "../../../src/jira/jira-refused";
import { catchUp } from "../../../src/use-cases/catch-up";
import { noteChanges } from "../../../src/use-cases/note-changes";
import type { IssueMark } from "../../../src/use-cases/sync/sync-ports";
import { takeInChanges } from "../../../src/use-cases/take-in-changes";
import { createRandom, type Random } from "../../site/company/random";
import { changeIssues } from "./changes";
import type { MadeSite } from "./made-site";
import type { BenchApp } from "./open-app";

const second = 1000;
const minute = 60 * second;

/** As the cost goals of the product have it: ten thousand events, a fifth twice, shuffled, one in twenty lost. */
const shares = { twice: 0.2, lost: 0.05 } as const;
const rounds = 20;
const changesPerRound = 500;
const roundLasts = 30 * second;
/** Jira tells of changes up to three minutes late. */
const latest = 3 * minute;

type Event = { readonly tellAt: number; readonly mark: IssueMark };

/**
 * Ten minutes in which ten thousand issues change and Jira tells of them badly, while jobs run every half minute and the
 * five-minute check as always; then the hour in which everything has to come right.
 */
export async function storm(app: BenchApp, site: MadeSite): Promise<void> {
  const random = createRandom(site.size.issues).fork("storm");
  let told: readonly Event[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const changed = changeIssues(site, changesPerRound, app.now());
    told = [...told, ...changed.flatMap((issue) => eventsOf(issue, app.now(), random))];
    told = await pass(app, roundLasts, told);
  }
  await pass(app, latest, told);
  await pass(app, 60 * minute, []);
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

/** Lets time pass and gives the events that are still to be told. */
async function pass(
  app: BenchApp,
  milliseconds: number,
  told: readonly Event[],
): Promise<readonly Event[]> {
  const end = app.now().getTime() + milliseconds;
  let left = told;
  while (app.now().getTime() < end) {
    const before = app.now().getTime();
    app.advance(roundLasts);
    const now = app.now().getTime();
    const due = left.filter(({ tellAt }) => tellAt <= now).toSorted((a, b) => a.tellAt - b.tellAt);
    left = left.filter(({ tellAt }) => tellAt > now);
    for (const { mark } of due) await noteChanges(app.ports, [mark]);
    if (Math.floor(now / (5 * minute)) > Math.floor(before / (5 * minute))) {
      await unlessRefused(() => catchUp(app.ports));
    }
    await unlessRefused(() => takeInChanges(app.ports));
    await app.ports.points.flush();
  }
  return left;
}

/** Whoever has used up the points of the hour comes back later, as the platform would have it. */
async function unlessRefused(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof JiraRefused) || error.retryAfterSeconds === null) throw error;
  }
}
