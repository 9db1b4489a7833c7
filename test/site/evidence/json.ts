import type { GoalLedger, SpreadView } from "../../../src/contract/evidence";
import { greatestFirst } from "./ledger-text";
import type { Evidence } from "./gather";

/**
 * The evidence as one JSON object: shares between 0 and 1, unrounded; headline, low and high are null together. The
 * ledger is in points of percent and there only when it was asked for.
 */
export function evidenceJson(evidence: Evidence, rule: string, asOf: number): string {
  const { progress, past, spread, ledger, items } = evidence;
  const { number } = progress;
  const shares =
    number.kind === "value"
      ? { headline: number.headline, low: number.low, high: number.high }
      : { headline: null, low: null, high: null, why: number.why };
  return JSON.stringify({
    rule,
    asOf: new Date(asOf).toISOString(),
    past,
    ...shares,
    classes: progress.classes,
    unsized: progress.unsized,
    spread: spread === null ? null : spread.values.map(spreadLine),
    ...(ledger === null ? {} : ledgerOf(ledger)),
    items: items.map((item) => ({
      key: item.key,
      class: item.class,
      size: item.size,
      unsized: item.unsized,
      reason: item.reason,
    })),
  });
}

const spreadLine = ({ rule, value, why }: SpreadView["values"][number]) =>
  value === null ? { rule, value, why } : { rule, value };

function ledgerOf({ from, to, pasts, ledger }: GoalLedger) {
  const span = { from, to, pasts };
  if (ledger.kind === "weighted") return { ...span, ledger: null, ledgerWhy: "weighted" };
  if (ledger.kind === "no-number") {
    return { ...span, ledger: null, ledgerWhy: `${ledger.side}: ${ledger.why}` };
  }
  return {
    ...span,
    ledger: ledger.entries.map(({ cause, share, items, more }) => ({
      cause,
      points: 100 * share,
      items: greatestFirst(items ?? []).map(({ key }) => key),
      ...(more === null ? {} : { more: { items: more.count, points: 100 * more.share } }),
    })),
  };
}
