import type { paceOf } from "../../../../src/use-cases/sync/pace";
import { budgetOf } from "../../../../src/use-cases/sync/reading-pause";
import { assumptions } from "./assumptions";

/** What reading in the background takes, as measured. */
export type Load = {
  readonly eventsAnHour: number;
  /** Of a job, for so many events that it takes in at once. */
  readonly points: (events: number) => number;
  readonly seconds: (events: number) => number;
  readonly pointsOfCheck: number;
};

/** How reading holds back: how long changes wait, and which share of all points it may spend in an hour. */
export type HoldingBack = { readonly pace: typeof paceOf; readonly pointsShare: number };

export const withoutWaiting: HoldingBack = { pace: () => 0, pointsShare: Infinity };

export type WorkingDay = {
  readonly jobsAnHour: number;
  /** The mean of the hours of work, and the most that was spent in any hour. */
  readonly pointsAnHour: number;
  readonly mostPoints: number;
  /** Seconds from each event until its numbers are right, ascending. */
  readonly lateSeconds: readonly number[];
};

const hour = 3600;
const checkSeconds = 300;
/** A job takes in so many at once, and then looks whether Jira may still be asked. */
const eventsPerRound = 1100;

/**
 * The hours of a working day one by one. Events come evenly; the first that finds none waiting asks the queue for a job,
 * which takes in all that wait when it begins; every five minutes a check searches. Where the points of an hour are spent
 * the job waits for the next hour, and the check is cut off. What came is taken in, be it after work.
 */
export function workingDay(load: Load, { pace, pointsShare }: HoldingBack): WorkingDay {
  const { workingHours, queueSeconds } = assumptions;
  const purse = openPurse(budgetOf(pointsShare));
  const arrivals = Array.from(
    { length: Math.round(load.eventsAnHour * workingHours) },
    (_, n) => ((n + 0.5) / load.eventsAnHour) * hour,
  );
  const lateSeconds: number[] = [];
  let jobs = 0;
  let taken = 0;
  let checked = 0;
  for (let asked = arrivals[0]; asked !== undefined; asked = arrivals[taken]) {
    const pointsUsed = purse.spentAt(asked);
    const waits = pace({ pointsUsed, pointsShare }, new Date(asked * 1000));
    let at = asked + queueSeconds + waits;
    for (; checked < Math.min(at, workingHours * hour); checked += checkSeconds) {
      purse.spend(checked, Math.min(purse.leftAt(checked), load.pointsOfCheck));
    }
    jobs += 1;
    for (let isMore = true; isMore;) {
      const tried = waitingAt(arrivals, taken, purse.openFrom(at));
      at = purse.lastingFrom(at, load.points(tried.length));
      const some = waitingAt(arrivals, taken, at);
      purse.spend(at, load.points(some.length));
      at += load.seconds(some.length);
      for (const came of some) lateSeconds.push(at - came);
      taken += some.length;
      isMore = some.length === eventsPerRound;
    }
  }
  return {
    jobsAnHour: jobs / workingHours,
    pointsAnHour: purse.totalUntil(workingHours) / workingHours,
    mostPoints: purse.most(),
    lateSeconds: lateSeconds.toSorted((a, b) => a - b),
  };
}

/** Those that came by then and were not taken in, as many as a job takes at once. */
function waitingAt(arrivals: readonly number[], taken: number, at: number): readonly number[] {
  const some = arrivals.slice(taken, taken + eventsPerRound);
  const later = some.findIndex((came) => came > at);
  return later < 0 ? some : some.slice(0, later);
}

/** Points by hour, of which so many may be spent in each. */
function openPurse(budget: number) {
  const spent = new Map<number, number>();
  const hourOf = (at: number) => Math.floor(at / hour);
  const spentAt = (at: number) => spent.get(hourOf(at)) ?? 0;
  const spend = (at: number, points: number) => {
    spent.set(hourOf(at), spentAt(at) + points);
  };
  const leftAt = (at: number) => Math.max(0, budget - spentAt(at));
  const openFrom = (at: number) => (leftAt(at) > 0 ? at : (hourOf(at) + 1) * hour);
  return {
    spentAt,
    spend,
    leftAt,
    openFrom,
    /** What is stopped in the middle has spent the rest of the hour, and begins anew in the next. */
    lastingFrom: (at: number, points: number) => {
      const open = openFrom(at);
      if (points <= leftAt(open)) return open;
      spend(open, leftAt(open));
      return openFrom(open);
    },
    totalUntil: (end: number) =>
      [...spent].reduce((sum, [hourSpent, points]) => sum + (hourSpent < end ? points : 0), 0),
    most: () => Math.max(0, ...spent.values()),
  };
}
