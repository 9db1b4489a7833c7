import { subMinutes } from "date-fns";
import type { GoalLink } from "../../domain/goal";
import type { ChangedIssue } from "../jira-ports";
import { matchingRules, wantedLinks, type RuleMatches } from "../membership-plan";
import type { Ports } from "../ports";
import { sweepKey, watermarkKey } from "./state-keys";

/** Search lags behind, longest after bulk edits, so every search looks back so far. */
const overlapMinutes = 15;

/**
 * Searches for what changed since the last search and marks what was not taken in: events may be lost, and rules may
 * have been matched against an index that lagged behind. A search that is cut off is made again from its beginning, and finds
 * what it marked already taken in. Gives how many issues were marked.
 */
export async function findLostChanges(ports: Ports): Promise<number> {
  const { store, jira, now } = ports;
  const startedAt = now();
  const sweep = await store.states.read(sweepKey);
  const until = Number((await store.states.read(watermarkKey))?.value ?? startedAt.getTime());
  const projectIds = await store.projects.ids();
  const rules = await store.links.rules();
  const since = subMinutes(new Date(until), overlapMinutes);
  let marked = 0;
  await jira.changedSince({ projectIds, since }, async (issues) => {
    marked += await markLost(ports, issues, rules);
  });
  await store.states.write(watermarkKey, startedAt.getTime(), startedAt);
  if (sweep !== null) await store.states.forget(sweep);
  return marked;
}

async function markLost(
  ports: Ports,
  issues: readonly ChangedIssue[],
  rules: readonly GoalLink[],
): Promise<number> {
  const { store, now } = ports;
  const ids = issues.map(({ id }) => id);
  const versions = await store.scope.versionsOf(ids);
  const parentIds = issues.flatMap(({ parentId }) => parentId ?? []);
  const links = await store.scope.linksBringingEach([...ids, ...parentIds]);
  const matches = await matchingRules(ports, ids, rules);
  const lost = issues.filter((issue) => {
    const version = versions.get(issue.id);
    const isNews =
      version === undefined ? links.has(issue.parentId ?? "") : version < issue.updatedAt;
    return isNews || isMisplaced(issue, links, matches);
  });
  const marks = lost.map(({ id, updatedAt }) => ({ issueId: id, seenAt: updatedAt }));
  await store.sync.mark(marks, { at: now(), mostWaiting: Number.MAX_SAFE_INTEGER });
  return lost.length;
}

/** Whether other links bring the issue than have to: it was read, or matched, while the index lagged behind. */
function isMisplaced(
  { id, parentId }: ChangedIssue,
  links: ReadonlyMap<string, readonly GoalLink[]>,
  rules: readonly RuleMatches[],
): boolean {
  const current = links.get(id) ?? [];
  const ofParent = links.get(parentId ?? "") ?? [];
  const wanted = new Set(wantedLinks(id, { current, ofParent, rules }).map((link) => link.id));
  return wanted.size !== current.length || current.some((link) => !wanted.has(link.id));
}
