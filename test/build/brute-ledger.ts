import type { Item } from "../../src/domain/item";
import { type Cause, causes } from "../../src/domain/ledger/cause";
import { type Span, type Track, tracksOf } from "../../src/domain/ledger/track";
import { cellOf, leavesOf } from "../../src/domain/leaves";
import { rollUp } from "../../src/domain/roll-up";
import type { ScopeState } from "../../src/domain/scope-state";

/** The ledger by its definition: every coalition's state is built and rolled up whole. */
export function bruteShares(span: Span): Readonly<Record<Cause, number>> {
  const start = headlineOf(span.start) ?? NaN;
  const valueOf = (coalition: ReadonlySet<Cause>) =>
    headlineOf(stateUnder(span, coalition)) ?? start;
  const share = (cause: Cause) => {
    const others = causes.filter((each) => each !== cause);
    return subsets(others).reduce((sum, coalition) => {
      const effect = valueOf(new Set([...coalition, cause])) - valueOf(new Set(coalition));
      return (
        sum +
        (effect * factorial(coalition.length) * factorial(8 - coalition.length)) / factorial(9)
      );
    }, 0);
  };
  return {
    finished: share("finished"),
    reopened: share("reopened"),
    added: share("added"),
    removed: share("removed"),
    dropped: share("dropped"),
    "re-estimated": share("re-estimated"),
    "re-parented": share("re-parented"),
    "rule-changed": share("rule-changed"),
    "settings-and-pool": share("settings-and-pool"),
  };
}

/** The headline of a state; null without a number. */
export function headlineOf(scope: ScopeState): number | null {
  const cells = leavesOf(scope).map((leaf) => cellOf(leaf, scope.rule, false));
  const { progress } = rollUp(cells, scope.rule, scope.pools);
  return progress.kind === "value" ? progress.headline : null;
}

/** The start with only the changes of these causes. Wants items whose facts about outside children stay as they are. */
function stateUnder(span: Span, coalition: ReadonlySet<Cause>): ScopeState {
  const under = (cause: Cause) => (coalition.has(cause) ? span.end : span.start);
  return {
    items: tracksOf(span).flatMap((track) => itemUnder(track, coalition)),
    rule: under("rule-changed").rule,
    countSubTasks: under("rule-changed").countSubTasks,
    droppedResolutions: under("settings-and-pool").droppedResolutions,
    pools: under("settings-and-pool").pools,
  };
}

function itemUnder(track: Track, coalition: ReadonlySet<Cause>): readonly Item[] {
  const happened = (cause: Cause | null) => cause !== null && coalition.has(cause);
  const { presence, before, after } = track;
  if (presence.kind === "joins" && !happened(presence.cause)) return [];
  if (presence.kind === "leaves" && happened(presence.cause)) return [];
  const sized = happened(track.size) ? after : before;
  const { category, resolution } = happened(track.status) ? after : before;
  const { parentId } = happened(track.parent) ? after : before;
  return [{ ...sized, category, resolution, parentId }];
}

function subsets<T>(of: readonly T[]): readonly (readonly T[])[] {
  return of.reduce<readonly (readonly T[])[]>(
    (all, each) => [...all, ...all.map((subset) => [...subset, each])],
    [[]],
  );
}

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
