import { type Cursor, gather } from "./gather";
import { placeIssues } from "./place-issues";
import type { Turn } from "./take-turn";

const issuesAtOnce = 150;

/**
 * Places what the goals' own links bring, in every scope that counts it. There the kin of these issues may stand by
 * other goals' links, and what those are depends on these. An issue of several goals is placed once, and so is one that
 * is kin of several: a place tells of all goals at once, and what it depends on is read by now.
 */
export async function placeScopes(turn: Turn, begun: Cursor): Promise<void> {
  const { ports, pass } = turn;
  const settings = await ports.store.settings();
  const goalIds = pass().goals.map(({ goalId }) => goalId);
  const met = new Set<string>();
  const placed = new Set<string>();
  let cursor = begun;
  for (;;) {
    const { found, reached } = await gather(goalIds, cursor, {
      limit: issuesAtOnce,
      page: (goalId, after) => ports.store.readings.ownAfter(goalId, after, issuesAtOnce),
      isEnough: (some) => some.length >= issuesAtOnce,
    });
    if (found.length === 0) break;
    const own = found.map(({ each }) => each).filter(({ issueId }) => !met.has(issueId));
    for (const { issueId } of own) met.add(issueId);
    const unplaced = (await withKin(turn, own)).filter((id) => !placed.has(id));
    await placeIssues(ports, unplaced, settings);
    for (const id of unplaced) placed.add(id);
    cursor = reached;
    await turn.reach({ step: "scopes", ...cursor });
  }
  await ports.store.readings.markCounting(goalIds);
  await turn.reach({ step: "numbers" });
}

async function withKin(
  { ports }: Turn,
  own: readonly { readonly issueId: string; readonly parentId: string | null }[],
): Promise<readonly string[]> {
  if (own.length === 0) return [];
  const ids = own.map(({ issueId }) => issueId);
  const parentIds = own.flatMap(({ parentId }) => parentId ?? []);
  const childIds = await ports.store.scope.knownChildrenOf(ids);
  return [...new Set([...ids, ...parentIds, ...childIds])];
}
