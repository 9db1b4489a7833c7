import type { Settings } from "../../domain/settings";
import { type Cursor, gather } from "./gather";
import { placeIssues } from "./place-issues";
import type { Turn } from "./take-turn";

const issuesAtOnce = 150;

/**
 * Places what the goals' own links bring, in every scope that counts it. There the kin of these issues may stand by
 * other goals' links, and what those are depends on these. An issue of several goals is placed once.
 */
export async function placeScopes(turn: Turn, begun: Cursor): Promise<void> {
  const { ports, pass } = turn;
  const settings = await ports.store.settings();
  const goalIds = pass().goals.map(({ goalId }) => goalId);
  const placed = new Set<string>();
  let cursor = begun;
  for (;;) {
    const { found, reached } = await gather(goalIds, cursor, {
      limit: issuesAtOnce,
      page: (goalId, after) => ports.store.readings.ownAfter(goalId, after, issuesAtOnce),
      isEnough: (some) => some.length >= issuesAtOnce,
    });
    if (found.length === 0) break;
    const own = found.map(({ each }) => each).filter(({ issueId }) => !placed.has(issueId));
    for (const { issueId } of own) placed.add(issueId);
    await placeWithKin(turn, own, settings);
    cursor = reached;
    await turn.reach({ step: "scopes", ...cursor });
  }
  await ports.store.readings.markCounting(goalIds);
  await turn.reach({ step: "numbers" });
}

async function placeWithKin(
  { ports }: Turn,
  own: readonly { readonly issueId: string; readonly parentId: string | null }[],
  settings: Settings,
): Promise<void> {
  if (own.length === 0) return;
  const ids = own.map(({ issueId }) => issueId);
  const parentIds = own.flatMap(({ parentId }) => parentId ?? []);
  const childIds = await ports.store.scope.knownChildrenOf(ids);
  await placeIssues(ports, [...new Set([...ids, ...parentIds, ...childIds])], settings);
}
