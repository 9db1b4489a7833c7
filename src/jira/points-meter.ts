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

type Metered = {
  readonly ledger: PointsLedger;
  readonly by: "background" | "people";
  readonly now: () => Date;
  readonly settings: () => Promise<AskingSettings>;
};

/**
 * Counts what one invocation asks of Jira, and refuses what reading in the background may not spend: its share of the
 * hour, or anything after Jira refused for its quota. Who asks as a person is counted and never refused here.
 */
export function createPointsMeter({ ledger, by, now, settings }: Metered): PointsMeter & JiraGate {
  let unwritten = 0;
  let budget: { readonly hour: string; readonly left: PointsLeft; readonly most: number } | null =
    null;
  let spent = 0;
  let changesUntil: Date | null = null;

  let decided: AskingSettings | null = null;

  const know = (left: PointsLeft, given: AskingSettings) => {
    decided = given;
    budget = { hour: hourOf(now()), left, most: given.pointsShare * pointsAnHour };
    spent = unwritten;
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
    close: async (said) => {
      const until = said ?? endOfUtcHour(now());
      if (budget !== null) budget = { ...budget, left: { ...budget.left, pausedUntil: until } };
      await ledger.pause(until, now());
    },
    pass: async (call) => {
      if (by === "people") return;
      if (unwritten > mostUnwritten) await flush();
      if (budget?.hour !== hourOf(now())) know(await ledger.read(now()), await settings());
      const until = budget === null ? null : closedUntil(budget.left, budget.most - spent, now());
      if (until === null) return;
      const retryAfterSeconds = Math.max(1, (until.getTime() - now().getTime()) / 1000);
      throw new JiraRefused(call, { status: 429, retryAfterSeconds });
    },
  };
}

function closedUntil({ used, pausedUntil }: PointsLeft, most: number, now: Date): Date | null {
  if (pausedUntil !== null && pausedUntil > now) return pausedUntil;
  return used >= most ? endOfUtcHour(now) : null;
}

const hourOf = (at: Date) => at.toISOString().slice(0, 13);
