import { type Coalition, subsetsOf } from "./coalition";
import type { WeighedTrack, Weight } from "./weights";

/** Items that the same causes touch. */
export type Group = { readonly causes: Coalition; readonly members: readonly WeighedTrack[] };

/** The headline under one coalition; `all` is its denominator, 0 where there is none. */
export type Value = {
  readonly coalition: Coalition;
  readonly headline: number;
  readonly all: number;
};

export function groupsOf(weighed: readonly WeighedTrack[]): readonly Group[] {
  const groups = new Map<Coalition, WeighedTrack[]>();
  for (const each of weighed) {
    const group = groups.get(each.causes);
    if (group === undefined) groups.set(each.causes, [each]);
    else group.push(each);
  }
  return [...groups].map(([causes, members]) => ({ causes, members }));
}

/**
 * The headline of the start with only the changes of each coalition applied. A coalition that leaves no number (nothing
 * to count, or an item that nothing can size) changes nothing by itself: it keeps the headline of the start.
 */
export function valuesOf(
  groups: readonly Group[],
  occurred: Coalition,
): ReadonlyMap<Coalition, Value> {
  const sums = groups.map((group) => ({ causes: group.causes, byCoalition: sumsOf(group) }));
  const totals = subsetsOf(occurred).map((coalition) => ({ coalition, ...totalUnder(coalition) }));
  const [start] = totals;
  const atStart = start === undefined ? 0 : (headlineOf(start) ?? 0);
  return new Map(
    totals.map((total) => {
      const headline = headlineOf(total);
      const { coalition, all } = total;
      return [
        coalition,
        headline === null ? { coalition, headline: atStart, all: 0 } : { coalition, headline, all },
      ];
    }),
  );

  function totalUnder(coalition: Coalition): Total {
    return sums.reduce((total, { causes, byCoalition }) => {
      const sum = byCoalition.get(coalition & causes);
      return sum === undefined ? total : plus(total, sum);
    }, nothing);
  }
}

type Total = { readonly done: number; readonly all: number; readonly unknown: boolean };

const nothing: Total = { done: 0, all: 0, unknown: false };

const plus = (total: Total, weight: Weight): Total => ({
  done: total.done + weight.done,
  all: total.all + weight.all,
  unknown: total.unknown || weight.unknown,
});

function sumsOf({ causes, members }: Group): ReadonlyMap<Coalition, Total> {
  return new Map(
    subsetsOf(causes).map((coalition) => [
      coalition,
      members.reduce(
        (total, { weights }) => plus(total, weights.get(coalition) ?? nothing),
        nothing,
      ),
    ]),
  );
}

const headlineOf = ({ done, all, unknown }: Total) => (unknown || all === 0 ? null : done / all);
