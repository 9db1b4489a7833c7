import type { Ports } from "./ports";
import { sweepKey } from "./sync/state-keys";
import type { IssueMark } from "./sync/sync-ports";

/** With so many waiting, a search for all that changed lately is cheaper than a mark for each. */
const mostWaiting = 300;

/**
 * Writes down that these issues may have changed. Only the first of those that wait asks the queue to look: whoever
 * takes it in takes in all that wait by then, so that a burst asks once for every round and not for every issue. What
 * is gone is always noted, because no search would find it.
 */
export async function noteChanges(
  { store, queue, now }: Ports,
  marks: readonly IssueMark[],
  { gone }: { readonly gone: boolean } = { gone: false },
): Promise<void> {
  const most = gone ? Number.MAX_SAFE_INTEGER : mostWaiting;
  const sequence = await store.sync.mark(marks, { at: now(), mostWaiting: most });
  const { length, firstFree } = await store.sync.queue();
  if (length >= most) await store.states.write(sweepKey, true, now());
  if (firstFree !== null && firstFree >= sequence) {
    await queue.push({ kind: "take-in-changes" });
  }
}
