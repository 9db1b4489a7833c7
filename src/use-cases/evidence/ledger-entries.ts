import type { GoalLedger } from "../../contract/evidence";
import type { ItemShare } from "../../domain/ledger/item-shares";
import type { LedgerEntry } from "../../domain/ledger/ledger";
import type { SeenIssue } from "../jira-ports";
import type { ViewerPorts } from "../ports";
import { wholePercent } from "./whole-percent";

type Entry = Extract<GoalLedger["ledger"], { kind: "ledger" }>["entries"][number];

const mostItems = 500;

/** The causes with their issues as the person sees them; what is hidden or did not fit is one row each. */
export async function ledgerEntries(
  { viewer }: ViewerPorts,
  entries: readonly LedgerEntry[],
  sees: (issueId: string) => boolean,
): Promise<Entry[]> {
  const sorted = entries.map(({ cause, share, items }) => {
    const visible = items.filter(({ itemId }) => sees(itemId)).toSorted(greatestFirst);
    return {
      cause,
      share,
      items,
      top: visible.slice(0, mostItems),
      rest: visible.slice(mostItems),
    };
  });
  const wanted = new Set(sorted.flatMap(({ top }) => top.map(({ itemId }) => itemId)));
  const issues = new Map((await viewer.see([...wanted])).map((issue) => [issue.id, issue]));
  return sorted.map(({ cause, share, items, top, rest }) => {
    const listed = top.filter(({ itemId }) => issues.has(itemId));
    const told = new Set([...listed, ...rest]);
    return {
      cause,
      share,
      items: listed.flatMap((item) => shown(item, issues)),
      hidden: rowOf(items.filter((item) => !told.has(item))),
      more: rowOf(rest),
    };
  });
}

/** Shares alone, so coarse that no single hidden issue can be worked out from them. */
export const roundedEntries = (entries: readonly LedgerEntry[]): Entry[] =>
  entries.map(({ cause, share }) => ({
    cause,
    share: wholePercent(share),
    items: null,
    hidden: null,
    more: null,
  }));

/** Equal ones in the order of their ids, in which they come. */
const greatestFirst = (a: ItemShare, b: ItemShare) => Math.abs(b.share) - Math.abs(a.share);

function shown({ itemId, share }: ItemShare, issues: ReadonlyMap<string, SeenIssue>) {
  const issue = issues.get(itemId);
  return issue === undefined
    ? []
    : [{ issueId: itemId, key: issue.key, title: issue.title, share }];
}

function rowOf(items: readonly ItemShare[]): { count: number; share: number } | null {
  if (items.length === 0) return null;
  return { count: items.length, share: items.reduce((sum, { share }) => sum + share, 0) };
}
