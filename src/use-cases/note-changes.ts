import type { Ports } from "./ports";
import { paceOf } from "./sync/pace";
import { sweepKey } from "./sync/state-keys";
import type { IssueMark } from "./sync/sync-ports";

/** What waits through the longest pace of a storm. With more, a search for all that changed lately has to find the rest. */
const mostWaiting = 3000;

/**
 * Writes down that these issues may have changed: two statements, whatever waits. Only the first of those that wait asks
 * the queue to look: whoever takes it in takes in all that wait by then, so that a burst asks once for every round and
 * not for every issue. What is refused because too many wait is left to a search, which is asked for once until it
 * begins. What is gone is always noted, because no search would find it.
 */
export async function noteChanges(
  { store, queue, now }: Ports,
  marks: readonly IssueMark[],
  { gone }: { readonly gone: boolean } = { gone: false },
): Promise<void> {
  const issueIds = [...new Set(marks.map(({ issueId }) => issueId))];
  const { sequence, written } = await store.sync.mark(marks, {
    at: now(),
    ...(gone ? {} : { mostWaiting }),
  });
  const noted = await store.sync.noted(issueIds, now());
  const { waiting, firstFree, isSearchAsked } = noted;
  const isRefused = !written && waiting < issueIds.length;
  if (isRefused && !isSearchAsked) await store.states.write(sweepKey, true, now());
  if (firstFree !== null && firstFree >= sequence) {
    await queue.push({ kind: "take-in-changes" }, paceOf(noted, now()));
  }
}
