import type { GoalItems } from "../contract/progress";
import type { CountingRule } from "../domain/rule";
import type { ProjectPools } from "../domain/size-pool";
import type { Figures } from "./figures";
import type { Ports } from "./ports";
import type { Sight } from "./sight";

/** What a number rests on beside its items: settle times and pools, of the projects that the person may browse. */
export async function receiptOf(
  { store }: Ports,
  sight: Sight,
  { stored, pools }: Figures,
): Promise<Pick<GoalItems, "settleDays" | "pools">> {
  const projectIds = Object.keys(stored.leavesByProject).filter(sight.mayBrowse);
  const settleTimes = await store.projects.settleTimes(projectIds);
  return {
    settleDays: settleTimes.map(({ projectKey, days, reopenings }) => ({
      projectKey,
      days,
      reopenings,
    })),
    pools: settleTimes.flatMap(({ projectId, projectKey }) => {
      const own = pools[projectId];
      if (own === undefined) return [];
      const sized = sizedIn(own, stored.rollup.rule);
      return [{ projectKey, version: own.version, sized }];
    }),
  };
}

/** Sized issues of the project that the rule draws from; under count only empty containers draw. */
function sizedIn(pools: ProjectPools, rule: CountingRule): number {
  if (rule !== "count") return pools.allTypes[rule]?.n ?? 0;
  return Object.values(pools.containers.count).reduce((sum, { n }) => sum + n, 0);
}
