import type { GoalEvidence, GoalLedger } from "../../../../src/contract/evidence";
import type { RequestOf } from "../../../../src/contract/calls";
import type { Look } from "../look";

export type ItemFilter = RequestOf<"evidenceItems">["filter"];

/** What the contract takes at once. */
const mostIds = 500;

/** The filter that a look asks for; null while the issues that it names are not known yet. */
export function filterOf(
  { classes, unsized, among }: Look,
  bill: GoalEvidence["bill"] | undefined,
  ledger: GoalLedger["ledger"] | undefined,
): ItemFilter | null {
  const chosen = {
    ...(classes.length === 0 ? {} : { classes: [...classes] }),
    ...(unsized ? { unsized } : {}),
  };
  if (among === null) return chosen;
  const issueIds =
    among.kind === "cause" ? idsUnder(ledger, among.cause) : idsWith(bill, among.defect);
  return issueIds === null ? null : { ...chosen, issueIds: issueIds.slice(0, mostIds) };
}

export function isPlain({ classes, unsized, among }: Look): boolean {
  return classes.length === 0 && !unsized && among === null;
}

function idsUnder(ledger: GoalLedger["ledger"] | undefined, cause: string): string[] | null {
  if (ledger === undefined) return null;
  if (ledger.kind !== "ledger") return [];
  const entry = ledger.entries.find((each) => each.cause === cause);
  return entry?.items?.map(({ issueId }) => issueId) ?? [];
}

function idsWith(bill: GoalEvidence["bill"] | undefined, defect: string): string[] | null {
  if (bill === undefined) return null;
  if (bill?.kind !== "bill") return [];
  const lines = [...bill.fixes, ...bill.withoutEffect].filter((line) => line.defect === defect);
  return [...new Set(lines.flatMap(({ issues }) => issues.map(({ issueId }) => issueId)))];
}
