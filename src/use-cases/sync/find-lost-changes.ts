import { addMinutes, subMilliseconds, subMinutes } from "date-fns";
import type { GoalLink } from "../../domain/goal";
import type { ChangedIssue, ChangesLeft } from "../jira-ports";
import { wantedLinks } from "../membership-plan";
import type { Ports } from "../ports";
import { matchingRules, type RuleMatches } from "../rule-matches";
import { formerNames } from "./former-names";
import { beginSearch, endSearch, overlapMinutes } from "./lost-search";
import type { LostSearch } from "./search-ports";

/** Pages of a hundred would be matched and marked in ten times as many requests and statements. */
const issuesAtOnce = 1000;
/** So many found are enough for one time: taking them in needs the points of the hour too. */
const mostFound = 3000;
/**
 * What was read so long after its version was read after the second of that version, by any clock: of a later change in
 * that second the reading would have told.
 */
const surelyAfterMilliseconds = 3000;

type Limits = { readonly atOnce: number; readonly most: number };

/**
 * Searches for what changed since the last search and marks what was not taken in: events may be lost, and rules may
 * have been matched against an index that lagged behind. Jira is not asked to tell of what is surely known, but the rules
 * are matched anew. Each part that was found is written down, and where a search is cut off, or has found enough, the
 * next goes on. Gives how many issues were marked.
 */
export async function findLostChanges(
  ports: Ports,
  { atOnce, most }: Limits = { atOnce: issuesAtOnce, most: mostFound },
): Promise<number> {
  const { store, jira, now } = ports;
  const search = (await store.searches.kept()) ?? (await beginSearch(ports));
  const { since, until, left } = search;
  const rules = await store.links.rules();
  const known = await store.scope.readLateEnough(left.from, surelyAfterMilliseconds);
  const waiting = await waitingMarks(ports, left.from);
  let marked = await markLost(ports, known.filter(isToMatch(search)), rules);
  let found: ChangedIssue[] = [];
  let count = 0;
  const take = async (reached: ChangesLeft) => {
    marked += await markLost(ports, found, rules);
    found = [];
    await store.searches.keep({ ...search, left: reached }, now());
  };
  await jira.changedSince(
    { ...left, since, until, known: [...known, ...waiting] },
    async (issues, reached) => {
      found.push(...issues);
      count += issues.length;
      if (found.length >= atOnce || count >= most) await take(reached);
      return count >= most ? "enough" : "more";
    },
  );
  if (count >= most) return marked;
  marked += await markLost(ports, found, rules);
  await endSearch(ports, search);
  return marked;
}

/** What waits is read from now on. */
async function waitingMarks({ store, now }: Ports, since: Date): Promise<readonly ChangedIssue[]> {
  const surely = subMilliseconds(now(), surelyAfterMilliseconds);
  const marks = await store.sync.waitingSince(since);
  return marks.flatMap(({ issueId, seenAt }) =>
    seenAt <= surely ? { id: issueId, updatedAt: seenAt, parentId: null } : [],
  );
}

/**
 * Rules are matched when an issue is first met and when the index has caught up for certain; the searches in between
 * would ask the same again.
 */
function isToMatch({ isEverywhere, startedAt, since }: LostSearch) {
  const caughtUp = subMinutes(startedAt, overlapMinutes);
  const before = addMinutes(since, overlapMinutes);
  return ({ updatedAt }: ChangedIssue) =>
    isEverywhere || updatedAt >= before || updatedAt <= caughtUp;
}

async function markLost(
  ports: Ports,
  issues: readonly ChangedIssue[],
  rules: readonly GoalLink[],
): Promise<number> {
  let marked = 0;
  for (let at = 0; at < issues.length; at += issuesAtOnce) {
    marked += await markSome(ports, issues.slice(at, at + issuesAtOnce), rules);
  }
  return marked;
}

async function markSome(
  ports: Ports,
  issues: readonly ChangedIssue[],
  rules: readonly GoalLink[],
): Promise<number> {
  const { store, now } = ports;
  const ids = issues.map(({ id }) => id);
  const versions = await store.scope.versionsOf(ids);
  const parentIds = issues.flatMap(({ parentId }) => parentId ?? []);
  const links = await store.scope.linksBringingEach([...ids, ...parentIds]);
  const matches = await matchingRules(ports, issues, { rules });
  const isLinked = ({ parentId }: ChangedIssue) => links.has(parentId ?? "");
  const strangers = issues.filter((issue) => !versions.has(issue.id) && !isLinked(issue));
  const named = await formerNames(ports, strangers);
  const moved = new Set(named.map(({ issueId }) => issueId));
  const lost = issues.filter((issue) => {
    const version = versions.get(issue.id);
    const isNews =
      version === undefined ? isLinked(issue) || moved.has(issue.id) : version < issue.updatedAt;
    return isNews || isMisplaced(issue, links, matches);
  });
  const marks = lost.map(({ id, updatedAt }) => ({ issueId: id, seenAt: updatedAt }));
  await store.sync.mark(marks, { at: now() });
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
