import { compareIds } from "./compare-ids";
import type { ContainerTotals } from "./container-totals";
import { contentHash } from "./content-hash";
import { grouped } from "./grouped";
import type { Item } from "./item";
import { ownSizeOf } from "./own-size";
import { quantilesOf } from "./quantiles";
import type { CountingRule } from "./rule";
import type { ProjectPools, Quantiles } from "./size-pool";

/** An issue with a size under points or time, and when it was created. */
export type SizedIssue = { readonly item: Item; readonly createdAt: Date };

type EstimateRule = "points" | "time";

const mostSizes = 500;

/**
 * The pools of a project from its sized issues, dropped ones included: recent ones, because teams change what a point
 * means. `containers` are the leaf totals of its non-empty containers.
 */
export function poolsOf(read: {
  readonly projectId: string;
  readonly readAt: Date;
  readonly sized: readonly SizedIssue[];
  readonly containers: readonly ContainerTotals[];
}): ProjectPools {
  const newestFirst = read.sized.toSorted(newerFirst);
  const pools = {
    byType: {
      points: byType(newestFirst, "points"),
      time: byType(newestFirst, "time"),
    },
    allTypes: {
      points: quantilesOf(newestSizes(newestFirst, "points")),
      time: quantilesOf(newestSizes(newestFirst, "time")),
    },
    containers: {
      count: byLevel(read.containers, "count"),
      points: byLevel(read.containers, "points"),
      time: byLevel(read.containers, "time"),
    },
  };
  const version = contentHash(pools);
  return { projectId: read.projectId, version, readAt: read.readAt, ...pools };
}

/** Ties go to the higher id, which Jira gave later. */
function newerFirst(a: SizedIssue, b: SizedIssue): number {
  return b.createdAt.getTime() - a.createdAt.getTime() || compareIds(b.item.id, a.item.id);
}

function byType(newestFirst: readonly SizedIssue[], rule: EstimateRule): Record<string, Quantiles> {
  const groups = grouped(newestFirst, (issue) => issue.item.typeId);
  return quantilesByKey(
    [...groups].map(([typeId, issues]) => [typeId, newestSizes(issues, rule)] as const),
  );
}

function newestSizes(newestFirst: readonly SizedIssue[], rule: EstimateRule): readonly number[] {
  const sizes = newestFirst.flatMap((issue) => ownSizeOf(issue.item, rule)?.size ?? []);
  return sizes.slice(0, mostSizes);
}

function byLevel(
  containers: readonly ContainerTotals[],
  rule: CountingRule,
): Record<string, Quantiles> {
  const groups = grouped(containers, (container) => String(container.level));
  return quantilesByKey(
    [...groups].map(
      ([level, same]) => [level, same.flatMap(({ totals }) => totals[rule] ?? [])] as const,
    ),
  );
}

/** Keys in order, so that equal content has one text and one version. */
function quantilesByKey(
  sizesByKey: readonly (readonly [string, readonly number[]])[],
): Record<string, Quantiles> {
  const entries = sizesByKey.flatMap(([key, sizes]) => {
    const quantiles = quantilesOf(sizes);
    return quantiles === null ? [] : [[key, quantiles] as const];
  });
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
