import { subHours, subMinutes } from "date-fns";
import type { GoalLink } from "../../domain/goal";
import type { ChangedIssue } from "../jira-ports";
import { matchingRules, wantedLinks, type RuleMatches } from "../membership-plan";
import type { Ports } from "../ports";
import { everywhereKey, sweepKey, watermarkKey } from "./state-keys";
import type { State } from "./state-ports";

/** Pages of a hundred would be matched and marked in ten times as many requests and statements. */
const issuesAtOnce = 1000;
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
  const sweep = await beginSweep(ports, startedAt);
  const { isEverywhere, since } = await whereToSearch(ports, startedAt);
  const projectIds = isEverywhere ? null : await store.projects.ids();
  const rules = await store.links.rules();
  let marked = 0;
  let changed: ChangedIssue[] = [];
  const take = async () => {
    if (changed.length > 0) marked += await markLost(ports, changed, rules);
    changed = [];
  };
  await jira.changedSince({ projectIds, since }, async (issues) => {
    changed.push(...issues);
    if (changed.length >= issuesAtOnce) await take();
  });
  await take();
  await store.states.write(watermarkKey, startedAt.getTime(), startedAt);
  if (isEverywhere) await store.states.write(everywhereKey, startedAt.getTime(), startedAt);
  if (sweep !== null) await store.states.forget(sweep);
  return marked;
}

/**
 * Once an hour the search is for changes of all projects: what no goal holds may come under a parent or a rule that one
 * has. In between it is for those of the projects that goals hold work of.
 */
async function whereToSearch({ store }: Ports, at: Date) {
  const everywhere = await store.states.read(everywhereKey);
  const isEverywhere = everywhere === null || everywhere.at <= subHours(at, 1);
  const searched = isEverywhere ? everywhere : await store.states.read(watermarkKey);
  const until = Number(searched?.value ?? at.getTime());
  return { isEverywhere, since: subMinutes(new Date(until), overlapMinutes) };
}

/** From now on another search is to be asked for: this one may not find what changes meanwhile. */
async function beginSweep({ store }: Ports, at: Date): Promise<State | null> {
  if ((await store.states.read(sweepKey)) === null) return null;
  await store.states.write(sweepKey, false, at);
  return store.states.read(sweepKey);
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
