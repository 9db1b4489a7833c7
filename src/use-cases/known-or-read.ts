import type { Jira, ReadIssue } from "./jira-ports";
import type { Ports } from "./ports";

/** Issues by id as Jira gives them: those whose facts were read since then come from the store, only the rest is asked for. */
export function knownOrRead({ jira, store }: Ports, since: Date): Jira["issuesById"] {
  return async (ids) => {
    const known = await store.readings.knownAmong(ids);
    const fresh = ids.filter((id) => {
      const fact = known.get(id);
      return fact !== undefined && !fact.isGone && fact.readAt >= since;
    });
    const kept = (await store.scope.issuesById(fresh)).map(underived);
    const found = new Set(kept.map(({ item }) => item.id));
    const read = await jira.issuesById(ids.filter((id) => !found.has(id)));
    return { found: [...kept, ...read.found], missing: read.missing };
  };
}

/** Without what only the stored children tell: so an issue reads the same from either place. */
const underived = (issue: ReadIssue): ReadIssue => ({
  ...issue,
  item: { ...issue.item, subTaskEstimateSeconds: null, hasChildren: false },
});
