import type { GoalLedger } from "../../../../src/contract/evidence";

export type Ledger = Extract<GoalLedger["ledger"], { kind: "ledger" }>;
export type Entry = Ledger["entries"][number];

/** Sums of floating numbers miss zero by less than this. */
const nothing = 1e-9;

/** Whether a cause had a part in the change, be it one that cancels out. */
export function hasPart({ share, items, hidden }: Entry): boolean {
  return Math.abs(share) > nothing || (items !== null && items.length > 0) || hidden !== null;
}

/** How many issues are under a bar; null where that is withheld (C15). */
export function issuesUnder({ items, hidden, more }: Entry): number | null {
  if (items === null) return null;
  return items.length + (hidden?.count ?? 0) + (more?.count ?? 0);
}
