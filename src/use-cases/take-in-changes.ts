import { readChanges } from "./changes";
import { askForChildren } from "./know-containers";
import { planMembership } from "./membership-plan";
import type { Ports } from "./ports";
import { rollDirtyGoals } from "./roll-goals";

const issuesPerRound = 500;

/**
 * Takes in the issues that may have changed: facts first, then which links bring them, then the numbers. Goals are
 * marked before anything changes and again after, so that a crash at any place loses none; issues are
 * acknowledged last. Children that join or leave with their parent come as changed issues of the next round.
 */
export async function takeInChanges(ports: Ports): Promise<void> {
  const { sync } = ports.store;
  for (;;) {
    const dirty = await sync.dirtyIssues(issuesPerRound);
    if (dirty.length === 0) break;
    await takeIn(
      ports,
      dirty.map(({ issueId }) => issueId),
    );
    await sync.acknowledgeIssues(dirty);
  }
  await rollDirtyGoals(ports);
}

async function takeIn(ports: Ports, issueIds: readonly string[]): Promise<void> {
  const { store, now } = ports;
  const changes = await readChanges(ports, issueIds);
  const plan = await planMembership(ports, changes);
  const kept = changes.found.filter(
    ({ item }) => changes.known.has(item.id) || plan.joining.has(item.id),
  );
  const reached = await store.scope.goalsOf([...changes.touchedIds]);
  const goals = [...new Set([...reached, ...(await countedIn(ports, plan.goalIds))])];
  await store.sync.markGoals(goals);
  await store.scope.putIssues(kept, now());
  await store.scope.markGone(changes.missing);
  await askForChildren(ports, changes.leftIds);
  for (const { link, issueId } of plan.add) await store.scope.addMember(link, issueId);
  for (const { link, issueId } of plan.remove) await store.scope.removeMember(link.id, issueId);
  await store.sync.markIssues(plan.followingIds, now());
  await store.sync.markGoals(goals);
}

async function countedIn(
  { store }: Ports,
  goalIds: ReadonlySet<string>,
): Promise<readonly string[]> {
  const counted: string[] = [];
  for (const goalId of goalIds) counted.push(...(await store.goals.countedIn(goalId)));
  return counted;
}
