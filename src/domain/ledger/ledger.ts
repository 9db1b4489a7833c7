import { compareIds } from "../compare-ids";
import { cellOf, leavesOf } from "../leaves";
import { rollUp } from "../roll-up";
import type { Progress } from "../rollup";
import type { ScopeState } from "../scope-state";
import { type Cause, causes } from "./cause";
import { bitOf } from "./coalition";
import { goalCauses } from "./goal-causes";
import { type ItemShare, itemSharesOf } from "./item-shares";
import { meanEffect, stepsOf } from "./shapley";
import { structureOf } from "./structure";
import { type Span, type Track, tracksOf } from "./track";
import { groupsOf, valuesOf } from "./values";
import { weighAll } from "./weights";

/** The part of one cause in a change of headline, and the items that it is made of, by id. */
export type LedgerEntry = {
  readonly cause: Cause;
  /** Part of the headline: 0.1 is ten points of percent. */
  readonly share: number;
  readonly items: readonly ItemShare[];
};

/** How a headline went from one instant to another; a side without a number is no zero, and there is no ledger. */
export type Ledger =
  | {
      readonly kind: "ledger";
      readonly from: number;
      readonly to: number;
      /** All nine causes in their order; the shares add up to the change. */
      readonly entries: readonly LedgerEntry[];
      /** Over half of a rise came from work that left the scope. */
      readonly cutScope: boolean;
    }
  | {
      readonly kind: "no-number";
      readonly side: "start" | "end";
      readonly why: Extract<Progress, { kind: "none" }>["why"];
    };

/**
 * The change of progress between two states of one goal, split into nine causes by Shapley value, because "twelve
 * points up" may be work done or scope cut. A coalition of causes is worth the headline of the start with only its
 * changes applied. Pools must hold every project of both scopes at both instants.
 */
export function ledgerOf(span: Span): Ledger {
  const start = progressOf(span.start);
  if (start.kind === "none") return { kind: "no-number", side: "start", why: start.why };
  const end = progressOf(span.end);
  if (end.kind === "none") return { kind: "no-number", side: "end", why: end.why };
  const tracks = tracksOf(span);
  const entries = entriesOf(tracks, span);
  const change = end.headline - start.headline;
  return {
    kind: "ledger",
    from: start.headline,
    to: end.headline,
    entries,
    cutScope: change > 0 && fromCutting(entries, tracks) > change / 2,
  };
}

/** Dropping is cutting too: it leaves both sides of the fraction. So is moving work under a parent elsewhere. */
function fromCutting(entries: readonly LedgerEntry[], tracks: readonly Track[]): number {
  const left = new Set(
    tracks.filter(({ presence }) => presence.kind === "leaves").map(({ id }) => id),
  );
  return sum(
    entries.map(({ cause, share, items }) => {
      if (cause === "removed" || cause === "dropped") return share;
      if (cause !== "re-parented") return 0;
      return sum(items.filter(({ itemId }) => left.has(itemId)).map((item) => item.share));
    }),
  );
}

const sum = (shares: readonly number[]) => shares.reduce((total, share) => total + share, 0);

function progressOf(scope: ScopeState): Progress {
  const cells = leavesOf(scope).map((leaf) => cellOf(leaf, scope.rule, false));
  return rollUp(cells, scope.rule, scope.pools).progress;
}

function entriesOf(tracks: readonly Track[], span: Span): readonly LedgerEntry[] {
  const structure = structureOf(tracks, span);
  const weighed = weighAll(tracks, structure, span);
  const groups = groupsOf(weighed);
  const occurred = weighed.reduce((all, each) => all | each.causes, goalCauses(span));
  const values = valuesOf(groups, occurred);
  return causes.map((cause) => {
    const events = new Set(tracks.filter((track) => happenedTo(track, cause)).map(({ id }) => id));
    const steps = (occurred & bitOf(cause)) === 0 ? [] : stepsOf(cause, occurred, values);
    const items = groups
      .flatMap((group) => itemSharesOf(group, steps))
      .filter(({ itemId, share }) => isShare(share) || events.has(itemId))
      .toSorted((a, b) => compareIds(a.itemId, b.itemId));
    return { cause, share: meanEffect(steps), items };
  });
}

/** What is less than this is rounding. */
const isShare = (share: number) => Math.abs(share) > 1e-13;

/** Events of an item itself are listed even where they moved nothing. */
function happenedTo({ presence, status, size, parent }: Track, cause: Cause): boolean {
  return [presence.cause, status, size, parent].includes(cause);
}
