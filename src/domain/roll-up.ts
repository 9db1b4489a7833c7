import { classOf } from "./classes";
import type { HistogramCell } from "./histogram";
import { wholeThousandths } from "./own-size";
import type { ClassTotal, ItemClass, Progress, Rollup } from "./rollup";
import type { CountingRule } from "./rule";
import type { Pools } from "./size-pool";
import { sizeOf, type Sizing } from "./sizing";

/**
 * The headline and its interval. Dropped leaves leave both sides, because abandoning work makes the remainder smaller,
 * not the goal nearer. The interval speaks of what is unsized or unsettled today: low trusts confirmed work only and
 * takes what is missing as large, high trusts every claim and takes it as small.
 */
export function rollUp(cells: readonly HistogramCell[], rule: CountingRule, pools: Pools): Rollup {
  const groups = cells.filter(counts).map((cell) => groupOf(cell, rule, pools));
  const counted = groups.filter((group) => group.itemClass !== "dropped");
  const progress = progressOf(groups, counted);
  return {
    rule,
    progress,
    classes: {
      confirmed: classTotal(groups, "confirmed"),
      claimed: classTotal(groups, "claimed"),
      active: classTotal(groups, "active"),
      todo: classTotal(groups, "todo"),
      dropped: classTotal(groups, "dropped"),
    },
    unsized: leavesOf(groups.filter((group) => group.sizing.kind !== "own")),
    total: progress.kind === "value" ? sum(counted, median) / 1000 : null,
  };
}

/** Leaves that are taken alike: their class, the size of each, and how many there are. */
type Group = {
  readonly itemClass: ItemClass;
  readonly sizing: Sizing;
  readonly n: number;
  /** Sum of own sizes that differ; null where all are equal. */
  readonly thousandths: number | null;
};

const counts = (cell: HistogramCell) => cell.role === "leaf" || cell.role === "empty-container";

const groupOf = (cell: HistogramCell, rule: CountingRule, pools: Pools): Group => ({
  itemClass: classOf(cell),
  sizing: sizeOf(cell, rule, pools),
  n: cell.n,
  thousandths: cell.thousandths ?? null,
});

function progressOf(groups: readonly Group[], counted: readonly Group[]): Progress {
  if (leavesOf(groups) === 0) return { kind: "none", why: "no-work" };
  if (leavesOf(counted) === 0) return { kind: "none", why: "all-dropped" };
  if (counted.some(cannotBeSized)) return { kind: "none", why: "too-few-sized" };
  const headline = share(counted, isDone, median, median);
  if (headline === null) return { kind: "none", why: "no-size" };
  return {
    kind: "value",
    headline,
    low: share(counted, isConfirmed, p10, p90) ?? headline,
    high: share(counted, isDone, p90, p10) ?? headline,
  };
}

/** Size of the groups inside over size of all; null where all sizes are 0. Sizes inside and outside are read apart. */
function share(
  groups: readonly Group[],
  isInside: (group: Group) => boolean,
  sizeInside: Reading,
  sizeOutside: Reading,
): number | null {
  const inside = sum(groups.filter(isInside), sizeInside);
  const outside = sum(
    groups.filter((group) => !isInside(group)),
    sizeOutside,
  );
  return inside + outside === 0 ? null : inside / (inside + outside);
}

const isConfirmed = (group: Group) => group.itemClass === "confirmed";
const isDone = (group: Group) => isConfirmed(group) || group.itemClass === "claimed";
const cannotBeSized = (group: Group) => group.sizing.kind === "unknown" && group.n > 0;

type Reading = (sizing: Exclude<Sizing, { kind: "unknown" }>) => number;
const p10: Reading = (sizing) => (sizing.kind === "own" ? sizing.size : sizing.p10);
const median: Reading = (sizing) => (sizing.kind === "own" ? sizing.size : sizing.median);
const p90: Reading = (sizing) => (sizing.kind === "own" ? sizing.size : sizing.p90);

/** In whole thousandths, leaves of unknown size left out. */
function sum(groups: readonly Group[], size: Reading): number {
  return groups.reduce((total, group) => total + thousandthsOf(group, size), 0);
}

function thousandthsOf({ sizing, n, thousandths }: Group, size: Reading): number {
  if (sizing.kind === "unknown") return 0;
  if (sizing.kind === "own" && thousandths !== null) return thousandths;
  return wholeThousandths(size(sizing)) * n;
}

const leavesOf = (groups: readonly Group[]) => groups.reduce((total, group) => total + group.n, 0);

function classTotal(groups: readonly Group[], itemClass: ItemClass): ClassTotal {
  const own = groups.filter((group) => group.itemClass === itemClass);
  const size = own.some(cannotBeSized) ? null : sum(own, median) / 1000;
  return { count: leavesOf(own), size };
}
