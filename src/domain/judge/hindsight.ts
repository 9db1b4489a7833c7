import { addHours } from "date-fns";
import { sizeUsed } from "../contribution";
import type { Item } from "../item";
import { leavesOf } from "../leaves";
import { wholeThousandths } from "../own-size";
import type { ScopeState } from "../scope-state";
import { sizingOf } from "../sizing";

/** How long nothing may be open for a goal to have ended. */
const spellDays = 14;

/** Fewer items are not a goal yet: one item done before the next is added has ended nothing. */
const fewestItems = 5;

/** Leaves of a scope, and how many of them are not Done. */
export type Standing = { readonly leaves: number; readonly open: number };

/**
 * When a goal ended: the start of its first spell of 14 days in which it had at least five leaves and none open. Null
 * for one that has not, as far as is known. `moments` are all instants at which anything about its work changed,
 * ascending.
 */
export function endOf(
  moments: readonly Date[],
  standingAt: (moment: Date) => Standing,
  knownUntil: Date,
): Date | null {
  let since: Date | null = null;
  for (const moment of moments) {
    if (since !== null && addHours(since, 24 * spellDays) <= moment) return since;
    since = isComplete(standingAt(moment)) ? (since ?? moment) : null;
  }
  return since !== null && addHours(since, 24 * spellDays) <= knownUntil ? since : null;
}

const isComplete = ({ leaves, open }: Standing) => leaves >= fewestItems && open === 0;

/** The final scope of a goal that ended: what hindsight measures against, sizes in whole thousandths. */
export type FinalScope = readonly { readonly itemId: string; readonly size: number }[];

/** The leaves that were Done at the end, dropped ones left out; null where one cannot be sized. */
export function finalScopeOf(scope: ScopeState): FinalScope | null {
  const sizes = leavesOf(scope)
    .filter(({ dropped }) => !dropped)
    .map(({ item, role }) => ({
      itemId: item.id,
      size: sizeUsed(sizingOf(item, role, scope.rule, scope.pools)),
    }));
  const sized = sizes.flatMap(({ itemId, size }) =>
    size === null ? [] : [{ itemId, size: wholeThousandths(size) }],
  );
  return sized.length === sizes.length ? sized : null;
}

/**
 * Hindsight progress: the size of the final scope's items that were Done then ÷ the size of the final scope. What it
 * turned out to be, whatever was known. Null where the final scope has no size.
 */
export function hindsightProgress(
  finalScope: FinalScope,
  itemThen: (itemId: string) => Pick<Item, "category"> | undefined,
): number | null {
  const all = finalScope.reduce((sum, { size }) => sum + size, 0);
  if (all === 0) return null;
  const done = finalScope.reduce(
    (sum, { itemId, size }) => (itemThen(itemId)?.category === "done" ? sum + size : sum),
    0,
  );
  return done / all;
}
