import type { GoalLedger } from "../../../src/contract/evidence";
import { causeWords, noNumberWords } from "./words";

type Whole = Extract<GoalLedger["ledger"], { kind: "ledger" }>;
type Entry = Whole["entries"][number];
type Item = NonNullable<Entry["items"]>[number];

/** How the number went from one instant to another, one line a cause that moved it, as a waterfall. */
export function ledgerLines({ from, to, pasts, ledger }: GoalLedger): readonly string[] {
  const days = `from ${from} to ${to}`;
  if (ledger.kind === "weighted") return [`${days}: each sub-goal has a ledger of its own`];
  if (ledger.kind === "no-number") {
    return [`${days}: no number at the ${ledger.side}: ${noNumberWords[ledger.why]}`];
  }
  const moved = ledger.entries.filter(({ share, items }) => share !== 0 || items?.length !== 0);
  return [
    `What moved ${days}${isEstimated(pasts) ? " (estimated: not every changelog was read)" : ""}:`,
    line("before", ledger.start, stretch(0, ledger.start)),
    ...falls(ledger.start, moved),
    line("after", ledger.end, stretch(0, ledger.end)),
    ...(ledger.cutScope ? ["Over half of this rise came from work that left the scope."] : []),
  ];
}

const isEstimated = ({ from, to }: GoalLedger["pasts"]) =>
  [from, to].some(({ kind }) => kind === "estimated");

/** Items in the order of what they moved, up or down. */
export function greatestFirst(items: readonly Item[]): readonly Item[] {
  return items.toSorted((a, b) => Math.abs(b.share) - Math.abs(a.share));
}

function falls(start: number, entries: readonly Entry[]): readonly string[] {
  let level = start;
  return entries.map((entry) => {
    const before = level;
    level += entry.share;
    return `${line(causeWords[entry.cause], entry.share, stretch(before, level))}  ${itemsOf(entry)}`;
  });
}

const shownItems = 5;

function itemsOf({ items, hidden, more }: Entry): string {
  const keys = greatestFirst(items ?? []).map(({ key }) => key);
  const rest = keys.length - shownItems + (more?.count ?? 0) + (hidden?.count ?? 0);
  const shown = keys.slice(0, shownItems).join(" ");
  return rest > 0 ? `${shown} and ${String(rest)} more` : shown;
}

const barWidth = 40;

/** A bar between two shares on a scale from 0 to 100 %. */
function stretch(one: number, other: number): string {
  const [begin, end] = [Math.min(one, other), Math.max(one, other)].map((share) =>
    Math.round(barWidth * Math.min(1, Math.max(0, share))),
  );
  const bar = " ".repeat(begin ?? 0) + "#".repeat((end ?? 0) - (begin ?? 0));
  return bar.padEnd(barWidth);
}

function line(name: string, share: number, bar: string): string {
  const points = (100 * share).toFixed(1);
  return `${name.padEnd(18)}${points.padStart(7)}  |${bar}|`;
}
