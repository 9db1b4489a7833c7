import type { GoalEvidence, GoalLedger } from "../../../../src/contract/evidence";
import { call } from "../../../bridge";
import { type Asked, useAsk } from "../../../parts/use-ask";
import type { Look } from "../look";
import { daysBefore } from "./days";

/** Since when the ledger tells, where the person chose nothing: a month, as most reviews look back. */
const usualDays = 30;

/**
 * What moved the number of a goal since the chosen instant up to the one looked at. Who goes back in time beyond the
 * chosen instant looks at the month before. Null until a person chose something of it.
 */
export function useLedger(
  { goalId, at, progress }: GoalEvidence,
  look: Look,
): { readonly from: string; readonly asked: Asked<GoalLedger> } | null {
  // The evidence on the page may still be of the instant looked at before.
  const end = look.at ?? at;
  const isBefore = look.from !== null && look.from < end;
  const from = isBefore ? look.from : daysBefore(end, usualDays);
  const isWanted = wantsLedger(look);
  const asked = useAsk(
    ["goalLedger", goalId, from, look.at ?? progress.asOf],
    isWanted
      ? () => call("goalLedger", { goalId, from, ...(look.at === null ? {} : { to: look.at }) })
      : null,
    undefined,
    "keep",
  );
  return isWanted ? { from, asked } : null;
}

/** A past state costs many questions to Jira, so the ledger is asked for when a person wants to know. */
const wantsLedger = ({ from, cause, among }: Look) =>
  from !== null || cause !== null || among?.kind === "cause";
