import { containerTotalsOf } from "../../src/domain/container-totals";
import { grouped } from "../../src/domain/grouped";
import { poolsOf } from "../../src/domain/pools";
import { type ItemAsOf, itemsAsOf } from "../../src/domain/replay/as-of";
import type { SiteWords } from "../../src/domain/replay/history";
import type { ReplayedIssue } from "../../src/domain/replay/replay-issue";
import { statusHistoryOf } from "../../src/domain/replay/status-history";
import { settleDaysOf } from "../../src/domain/settle-time";
import type { ProjectPools } from "../../src/domain/size-pool";

/** All issues of a site at one instant, with the pool and the settle time that each project had then. */
export type SiteAt = {
  readonly at: Date;
  readonly items: ReadonlyMap<string, ItemAsOf>;
  readonly pool: (projectId: string) => ProjectPools;
  readonly settleDays: (projectId: string) => number;
};

/** A site as of an instant; pools and settle times are computed when they are asked for. */
export function siteAt(issues: readonly ReplayedIssue[], words: SiteWords, at: Date): SiteAt {
  const items = itemsAsOf(issues, at, words);
  const byProject = grouped(
    issues.filter(({ id }) => items.has(id)),
    ({ id }) => items.get(id)?.item.projectId ?? "",
  );
  return {
    at,
    items,
    pool: once((projectId) => poolAt(projectId, byProject.get(projectId) ?? [], items, at)),
    settleDays: once((projectId) => {
      const histories = (byProject.get(projectId) ?? []).map(statusHistoryOf);
      return settleDaysOf(histories, at).days;
    }),
  };
}

function poolAt(
  projectId: string,
  issues: readonly ReplayedIssue[],
  items: ReadonlyMap<string, ItemAsOf>,
  readAt: Date,
): ProjectPools {
  const sized = issues.flatMap(({ id, createdAt }) => {
    const item = items.get(id)?.item;
    return item === undefined ? [] : [{ item, createdAt }];
  });
  const read = { projectId, readAt, sized };
  const pools = { [projectId]: poolsOf({ ...read, containers: [] }) };
  const all = sized.map(({ item }) => item);
  return poolsOf({ ...read, containers: containerTotalsOf(all, pools) });
}

function once<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}
