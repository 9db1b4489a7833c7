import type { Answer } from "../../contract/answer";
import type { GoalLedger } from "../../contract/evidence";
import type { Cause } from "../../domain/ledger/cause";
import { type Ledger, ledgerOf } from "../../domain/ledger/ledger";
import { byParentChangeOnly } from "../../domain/replay/by-parent-change";
import { findVisible, isRefused } from "../permissions";
import type { ViewerPorts } from "../ports";
import { answered, refused } from "../refusal";
import type { GoalRow } from "../store-ports";
import { type KnownPast, knownPastOf } from "./known-past";
import { ledgerEntries, roundedEntries } from "./ledger-entries";
import { type PastProjects, pastProjects } from "./past-projects";
import { pastState, type State } from "./past-state";
import { pastView } from "./past-view";
import { presentState } from "./present-state";
import { presentOf, reachedIn, type Scene, sceneAt } from "./scene";
import { wholePercent } from "./whole-percent";

type Asked = { readonly goalId: string; readonly from: string; readonly to?: string | undefined };

/** Why the number of a goal moved between two instants; without an end, until now. */
export async function goalLedger(
  ports: ViewerPorts,
  { goalId, from, to }: Asked,
): Promise<Answer<GoalLedger>> {
  const found = await findVisible(ports, goalId);
  if (isRefused(found)) return found;
  const now = ports.now();
  const begin = new Date(from);
  const end = to === undefined ? now : new Date(to);
  if (begin >= end || begin >= now) return refused("invalid-request", { field: "from" });
  const past = await knownPastOf(ports, found.row.goal);
  const projects = pastProjects(ports, past.words);
  const there = { ports, past, projects, row: found.row };
  const last = await stateOf(there, end < now ? end : null, now);
  const first = await stateOf(there, begin, now);
  return answered(await ledgerBetween(ports, first, last));
}

type There = {
  readonly ports: ViewerPorts;
  readonly past: KnownPast;
  readonly projects: PastProjects;
  readonly row: GoalRow;
};

type Side = State & { readonly scene: Scene };

/** Null is now: the goal as it stands, beside the same issues as replay has them. */
async function stateOf(
  { ports, past, projects, row }: There,
  at: Date | null,
  now: Date,
): Promise<Side> {
  if (at !== null || row.rollup === null) {
    return pastState(ports, { past, projects, at: at ?? now });
  }
  const scene = sceneAt(past, presentOf(past, now));
  return { ...(await presentState(ports, row, row.rollup)), scene };
}

async function ledgerBetween(ports: ViewerPorts, first: Side, last: Side): Promise<GoalLedger> {
  return {
    from: first.known.scope.asOf.toISOString(),
    to: last.known.scope.asOf.toISOString(),
    pasts: {
      from: pastView(first.known.knowledge, first.seen),
      to: pastView(last.known.knowledge, last.seen),
    },
    ledger: await ledgerView(ports, first, last),
  };
}

async function ledgerView(
  ports: ViewerPorts,
  first: Side,
  last: Side,
): Promise<GoalLedger["ledger"]> {
  if ([first, last].some(({ known }) => known.goal.combine === "weighted")) {
    return { kind: "weighted" };
  }
  const ledger = ledgerOf({
    start: first.known.scope,
    end: last.known.scope,
    byParentOnly: byParentChangeOnly(sideOf(first), sideOf(last)),
  });
  if (ledger.kind === "no-number") return ledger;
  const exact = first.seen.details && last.seen.details;
  const { kind, from, to, entries, cutScope } = ledger;
  if (!exact) return rounded(ledger);
  const sees = (issueId: string) => first.seen.sees(issueId) || last.seen.sees(issueId);
  const listed = await ledgerEntries(ports, entries, sees);
  return { kind, start: from, end: to, exact, entries: listed, cutScope };
}

/** The banner too follows from what is told, so that it tells no more. */
function rounded({ kind, from, to, entries }: Extract<Ledger, { kind: "ledger" }>) {
  const [start, end] = [wholePercent(from), wholePercent(to)];
  const told = roundedEntries(entries);
  const cut = told.reduce((sum, { cause, share }) => sum + (isCut(cause) ? share : 0), 0);
  const cutScope = end > start && cut > (end - start) / 2;
  return { kind, start, end, exact: false, entries: told, cutScope };
}

const isCut = (cause: Cause) => cause === "removed" || cause === "dropped";

const sideOf = ({ scene }: Side) => ({
  links: reachedIn(scene, scene.node).links,
  site: scene.site,
});
