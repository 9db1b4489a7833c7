import { defaultSettings } from "../../../../src/domain/settings";
import { paceOf } from "../../../../src/use-cases/sync/pace";
import type { Measured } from "../measured";
import type { MeasuredSite } from "../measure-site";
import type { PackedMonth } from "../packed-month";
import { workNames, type WorkName } from "../work-names";
import { assumptions, type Site } from "./assumptions";
import { historyBytes } from "./history-room";
import type { Use } from "./prices";
import { type Load, type WorkingDay, withoutWaiting, workingDay } from "./working-day";

/** A kind of work in a month: how often, and what all of it takes. */
export type Share = {
  readonly name: string;
  readonly times: number;
  readonly statements: number;
  readonly engineHours: number;
  readonly gigabyteSeconds: number;
};
export type Month = {
  readonly shares: readonly Share[];
  readonly use: Use;
  /** A day of work as the app holds back by default, and one of an app that did not. */
  readonly paced: WorkingDay;
  readonly unpaced: WorkingDay;
};

/** A measured site with what its packed days take. */
export type MeasuredWhole = MeasuredSite & { readonly packed: PackedMonth };

/** One time of a work, possibly in parts: statements, milliseconds, requests and points may be fractions. */
type Once = Pick<Measured, "statements" | "milliseconds" | "jiraRequests" | "jiraPoints">;

/** All that the model has to know of a site. */
export const worksOfMonth: readonly WorkName[] = [
  workNames.events,
  workNames.event,
  workNames.burst,
  workNames.idleCheck,
  workNames.check,
  workNames.burstCheck,
  workNames.view,
  workNames.firstView,
  workNames.night,
  workNames.snapshot,
];

/** A month of a site of so many users, from what was measured of a site like it. */
export function monthOf({ users }: Pick<Site, "users">, measured: MeasuredWhole): Month {
  const { eventsADay, viewsADay, firstViews, workingDays, workingHours, daysAMonth } = assumptions;
  const once = (name: WorkName) => workOf(measured, name);
  const eventsAnHour = (users * eventsADay) / workingHours;
  const hours = workingDays * workingHours;
  const events = eventsAnHour * hours;
  const noting = { ...parts(once(workNames.events), 1000), statements: statementsToNote };
  const first = subtracted(once(workNames.event), noting);
  const views = users * viewsADay * workingDays;
  const checks = { busy: hours * 12, idle: (daysAMonth * 24 - hours) * 12 };
  const burst = once(workNames.burst);
  const idle = withDay(once(workNames.idleCheck));
  const check = withDay(
    alongTo(once(workNames.check), once(workNames.burstCheck), eventsAnHour / checksPerEvent),
  );
  const load: Load = {
    eventsAnHour,
    points: (n) => alongTo(first, burst, n).jiraPoints,
    seconds: (n) => secondsOf(alongTo(first, burst, n)),
    pointsOfCheck: check.jiraPoints,
  };
  const { pointsShare } = defaultSettings;
  const paced = workingDay(load, { pace: paceOf, pointsShare });
  const jobs = paced.jobsAnHour * hours;
  const shares = [
    shareOf("noting events", events, noting),
    shareOf("jobs that take them in", jobs, first),
    shareOf("further events of the same job", events - jobs, parts(burst, 1000), "no function"),
    shareOf("gadgets", views * (1 - firstViews), once(workNames.view)),
    shareOf("gadgets, first of a minute", views * firstViews, once(workNames.firstView)),
    shareOf("five-minute checks, something changed", checks.busy, check),
    shareOf("five-minute checks, nothing new", checks.idle, idle),
    shareOf("nightly verification", daysAMonth, once(workNames.night)),
    shareOf("daily snapshot", daysAMonth, once(workNames.snapshot)),
  ];
  const kept = measured.store.bytes + historyBytes(measured, assumptions.daysOfHistory);
  return {
    shares,
    use: {
      functions: total(shares, (share) => share.gigabyteSeconds),
      requests: total(shares, (share) => share.statements),
      compute: total(shares, (share) => share.engineHours),
      data: kept / 1e9,
    },
    paced,
    unpaced: workingDay(load, withoutWaiting),
  };
}

/** Before each check it is read when the last kept day ends. */
const withDay = (check: Once): Once => ({
  ...check,
  statements: check.statements + statementsToBeginDay,
});
const statementsToBeginDay = 1;

function workOf({ works, issues, goals }: MeasuredSite, name: WorkName): Measured {
  const found = works.find(({ work }) => work === name);
  if (found !== undefined) return found;
  throw new Error(`nothing was measured of "${name}" at ${String(issues)} × ${String(goals)}`);
}

/** A mark and a look at the queue; a burst's third statement, the wish for a search, comes only when 300 wait. */
const statementsToNote = 2;

/** A check finds what changed in the last five minutes and the fifteen before. */
const checksPerEvent = 3;

/** What so many at once take, where one and a thousand were measured. */
function alongTo(one: Once, thousand: Once, n: number): Once {
  const between = (of: (once: Once) => number) => {
    const each = Math.max(0, of(thousand) - of(one)) / 999;
    return of(one) + Math.max(0, n - 1) * each;
  };
  return {
    statements: between(({ statements }) => statements),
    milliseconds: between(({ milliseconds }) => milliseconds),
    jiraRequests: between(({ jiraRequests }) => jiraRequests),
    jiraPoints: between(({ jiraPoints }) => jiraPoints),
  };
}

function shareOf(
  name: string,
  times: number,
  once: Once,
  invoked: "a function" | "no function" = "a function",
): Share {
  const overhead = invoked === "a function" ? 0 : assumptions.invocationSeconds;
  return {
    name,
    times,
    statements: times * once.statements,
    engineHours: (times * once.milliseconds) / 3_600_000,
    gigabyteSeconds: times * (secondsOf(once) - overhead) * assumptions.memoryGigabytes,
  };
}

function secondsOf({ statements, milliseconds, jiraRequests }: Once): number {
  const { invocationSeconds, roundTripSeconds, jiraSeconds } = assumptions;
  const waiting = statements * roundTripSeconds + jiraRequests * jiraSeconds;
  return invocationSeconds + waiting + milliseconds / 1000;
}

const parts = (once: Once, n: number): Once => ({
  statements: once.statements / n,
  milliseconds: once.milliseconds / n,
  jiraRequests: once.jiraRequests / n,
  jiraPoints: once.jiraPoints / n,
});

const subtracted = (once: Once, part: Once): Once => ({
  statements: once.statements - part.statements,
  milliseconds: Math.max(0, once.milliseconds - part.milliseconds),
  jiraRequests: once.jiraRequests,
  jiraPoints: once.jiraPoints,
});

const total = (shares: readonly Share[], of: (share: Share) => number) =>
  shares.reduce((sum, share) => sum + of(share), 0);
