import { addMilliseconds, max } from "date-fns";
import { readChanges, type Changes } from "./changes";
import { askForChildren } from "./know-containers";
import { childIdsOf, planMembership, type MembershipPlan } from "./membership-plan";
import type { Ports } from "./ports";
import { rollDirtyGoals } from "./roll-goals";
import { placeIssues } from "./sync/place-issues";
import type { ClaimedIssue, DrainBeginning } from "./sync/sync-ports";
import { parentsConcerned } from "./parents-concerned";
import { askForReading } from "./touch-goals";

/** Their facts fit one statement. */
const issuesPerRound = 1100;
/** Longer than a round takes; whoever is cut off leaves its issues to the next after that. */
const leaseMilliseconds = 300_000;
/** Jira is asked again so much later when it told of a newer version than it gives. */
const staleSeconds = 30;
/** After so many looks Jira is believed. */
const mostLooks = { older: 8, missing: 3 };

/**
 * Takes in the issues that may have changed: facts first, then which links bring them, then their places, then the
 * numbers. Each issue is leased, and acknowledged as it was read when its goals are marked, so that a crash at any place
 * loses none and several may work at once. Children that join or leave with their parent come in the next round.
 */
export async function takeInChanges(ports: Ports): Promise<void> {
  for (;;) {
    const lease = ports.newId();
    const beginning = await claim(ports, lease);
    if (beginning === null) break;
    const following = await takeIn(ports, lease, beginning);
    if (beginning.claimed.length < issuesPerRound && following.length === 0) break;
  }
  await rollDirtyGoals(ports);
}

type Claimed = readonly ClaimedIssue[];

async function claim({ store, now }: Ports, lease: string): Promise<DrainBeginning | null> {
  const at = now();
  const until = addMilliseconds(at, leaseMilliseconds);
  const some = await store.sync.claim({ lease, now: at, until, limit: issuesPerRound });
  return some ? store.sync.begin(lease, at) : null;
}

/**
 * Gives the issues that have to be looked at next. They are marked before anything is written: afterwards nobody could
 * tell any more which children and former parents a change concerns.
 */
async function takeIn(
  ports: Ports,
  lease: string,
  beginning: DrainBeginning,
): Promise<readonly string[]> {
  const { store, now, points } = ports;
  const { claimed, settings } = beginning;
  points.know(beginning.points, settings);
  points.lookAt(max(claimed.map(({ markedAt }) => markedAt)));
  const changes = await readChanges(ports, beginning);
  const plan = await planMembership(ports, changes, beginning);
  const next = [
    ...plan.followingIds,
    ...changes.formerParentIds,
    ...(await orphansOf(ports, claimed, changes)),
  ];
  const marks = next.map((issueId) => ({ issueId, seenAt: null }));
  await store.sync.mark(marks, { at: now() });
  await askForChildren(ports, changes.leftIds);
  await keepFacts(ports, claimed, changes, plan);
  await askForChildren(ports, newContainers(claimed, changes, plan));
  await store.scope.addMemberships(plan.add);
  await store.scope.removeMemberships(plan.remove);
  await store.sync.placeAgain(plan.remove.map(({ link }) => link.goalId));
  await placeIssues(ports, touchedBy(claimed, changes, plan), settings);
  for (const goalId of new Set(plan.toRead)) await askForReading(ports, goalId);
  await acknowledge(ports, lease, claimed, changes);
  return next;
}

/**
 * Children of what is gone and of what has come back: what they are depends on their parent's presence, and Jira names no
 * parent that the app may not see.
 */
async function orphansOf(
  ports: Ports,
  claimed: Claimed,
  { missing, found, known }: Changes,
): Promise<readonly string[]> {
  const unknown = new Set(claimed.flatMap(({ before, issueId }) => (before ? [] : [issueId])));
  const lost = missing.filter((id) => !unknown.has(id));
  const back = found.filter(({ item }) => known.has(item.id) && unknown.has(item.id));
  const children = lost.length === 0 ? [] : await ports.store.scope.knownChildrenOf(lost);
  return [...children, ...(await childIdsOf(ports, back))];
}

/** Containers that join a goal or were not known: nobody has asked yet whether they have children. */
function newContainers(
  claimed: Claimed,
  { found, known }: Changes,
  { joining }: MembershipPlan,
): readonly string[] {
  const unknown = new Set(claimed.flatMap(({ before, issueId }) => (before ? [] : [issueId])));
  const isNew = (id: string) => joining.has(id) || (known.has(id) && unknown.has(id));
  return found.flatMap(({ item: { id, level } }) => (level > 0 && isNew(id) ? [id] : []));
}

async function keepFacts(
  ports: Ports,
  claimed: Claimed,
  changes: Changes,
  plan: MembershipPlan,
): Promise<void> {
  const { scope } = ports.store;
  const kept = changes.found.filter(
    ({ item }) => changes.known.has(item.id) || plan.joining.has(item.id),
  );
  await scope.putIssues(kept, changes.readAt, namedSubTasks(claimed));
  await scope.markGone(changes.missing, changes.readAt);
}

/** Sub-tasks that the issues and their parents name already, by whoever names them. */
const namedSubTasks = (claimed: Claimed) =>
  new Map(
    claimed.flatMap(({ issueId, before }) =>
      before === null
        ? []
        : [
            [issueId, before.subTaskIds] as const,
            [before.parentId ?? "", before.parentSubTaskIds] as const,
          ],
    ),
  );

/** Issues that some goal may hold, with those whose places depend on theirs: parents, and sub-tasks of who joins or leaves. */
function touchedBy(claimed: Claimed, changes: Changes, plan: MembershipPlan): readonly string[] {
  const { known, links, found } = changes;
  const { joining } = plan;
  const own = claimed.flatMap(({ issueId }) =>
    known.has(issueId) || joining.has(issueId) ? [issueId] : [],
  );
  const parents = parentsConcerned(claimed, changes, plan).filter(
    (id) => known.has(id) || joining.has(id) || links.has(id),
  );
  const leaving = new Set(plan.remove.map(({ issueId }) => issueId));
  const isMoved = (id: string) => joining.has(id) || leaving.has(id) || !links.has(id);
  const below = found.flatMap(({ item, subTaskIds }) => (isMoved(item.id) ? subTaskIds : []));
  return [...new Set([...own, ...parents, ...below])];
}

/** What is stale leaves the lease first; all that the lease still holds then is taken in. */
async function acknowledge(
  { store, queue, now }: Ports,
  lease: string,
  claimed: Claimed,
  { found }: Changes,
): Promise<void> {
  const versions = new Map(found.map(({ item, updatedAt }) => [item.id, updatedAt]));
  const isStale = ({ issueId, seenAt, tries }: ClaimedIssue) => {
    if (seenAt === null) return false;
    const version = versions.get(issueId);
    return version === undefined
      ? tries < mostLooks.missing
      : version < seenAt && tries < mostLooks.older;
  };
  const stale = claimed.filter(isStale);
  const later = addMilliseconds(now(), staleSeconds * 1000);
  await store.sync.postponeIssues(stale, later);
  await store.sync.acknowledgeIssues(lease);
  if (stale.length > 0) await queue.push({ kind: "take-in-changes" }, staleSeconds);
}
