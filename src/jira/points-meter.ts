import { endOfUtcHour } from "../domain/utc-hour";
import {
  type AskingSettings,
  pointsAnHour,
  type PointsLedger,
  type PointsLeft,
  type PointsMeter,
} from "../use-cases/sync/points-ports";
import type { JiraGate } from "./jira-gate";
import { JiraRefused } from "./jira-refused";

/** So much is spent before it is written down: other invocations spend from the same budget. */
const mostUnwritten = 1200;
/** What a glance of a person costs, a check of permissions, is not worth a statement of its own. */
const glancePoints = 4;

const permissionCalls: ReadonlySet<string> = new Set(["permissions/check", "mypermissions"]);

type Metered = {
  readonly ledger: PointsLedger;
  readonly by: "background" | "people";
  readonly now: () => Date;
  readonly settings: () => Promise<AskingSettings>;
};

/**
 * Counts what one invocation asks of Jira, and refuses what reading in the background may not spend: its share of the
 * hour. After Jira refused for its quota nothing is asked until the hour ends but who may see what the store knows: that
 * nobody else can tell. Else who asks as a person is only counted.
 */
export function createPointsMeter({ ledger, by, now, settings }: Metered): PointsMeter & JiraGate {
  let unwritten = 0;
  let budget: { readonly hour: string; readonly left: PointsLeft; readonly most: number } | null =
    null;
  let spent = 0;
  let changesUntil: Date | null = null;
  let paused: Promise<Date | null> | null = null;

  let decided: AskingSettings | null = null;

  const know = (left: PointsLeft, given: AskingSettings) => {
    decided = given;
    paused = Promise.resolve(left.pausedUntil);
    budget = { hour: hourOf(now()), left, most: given.pointsShare * pointsAnHour };
    spent = unwritten;
  };
  const closedFor = async (call: string) => {
    if (by === "people") {
      if (permissionCalls.has(call)) return null;
      paused ??= ledger.read(now()).then(({ pausedUntil }) => pausedUntil);
      return laterThan(now(), await paused);
    }
    if (unwritten > mostUnwritten) await flush();
    if (budget?.hour !== hourOf(now())) know(await ledger.read(now()), await settings());
    return budget === null ? null : closedUntil(budget.left, budget.most - spent, now());
  };
  const flush = async () => {
    const points = unwritten;
    unwritten = 0;
    const least = by === "people" ? glancePoints : 0;
    if (points > least || (points > 0 && changesUntil !== null))
      await ledger.add({ by, points, now: now(), changesUntil });
  };

  return {
    know,
    chosenFields: async () => (decided ?? (await settings())).estimateFieldIds,
    lookAt: (until) => {
      changesUntil = until;
    },
    flush,
    spend: (points) => {
      unwritten += points;
      spent += points;
    },
    close: async (until) => {
      paused = Promise.resolve(until);
      if (budget !== null) budget = { ...budget, left: { ...budget.left, pausedUntil: until } };
      await ledger.pause(until, now());
    },
    pass: async (call) => {
      const until = await closedFor(call);
      if (until === null) return;
      const retryAfterSeconds = Math.max(1, (until.getTime() - now().getTime()) / 1000);
      throw new JiraRefused(call, { status: 429, retryAfterSeconds });
    },
  };
}

function closedUntil({ used, pausedUntil }: PointsLeft, most: number, now: Date): Date | null {
  return laterThan(now, pausedUntil) ?? (used >= most ? endOfUtcHour(now) : null);
}

const laterThan = (now: Date, until: Date | null) => (until !== null && until > now ? until : null);

const hourOf = (at: Date) => at.toISOString().slice(0, 13);
