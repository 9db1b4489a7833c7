import { subDays } from "date-fns";
import type { Ports } from "./ports";

type PastPorts = Pick<Ports, "now" | "jiraPast" | "store">;

/** Issues whose histories are read and stored at a time: a reading that is cut off goes on after the last of them. */
const issuesAtOnce = 1000;

/**
 * Reads the histories of all that is in the scope of a goal or was known to be, as far as they changed since they were
 * read. What leaves the scope later stays known.
 */
export async function readHistories(ports: PastPorts, goalId: string): Promise<void> {
  const { histories } = ports.store;
  await refreshVocabulary(ports);
  await histories.rememberScope(goalId);
  const asked = new Set<string>();
  for (;;) {
    const unread = await histories.unread(goalId, issuesAtOnce + asked.size);
    const ids = unread.filter((id) => !asked.has(id)).slice(0, issuesAtOnce);
    if (ids.length === 0) return;
    await takeIn(ports, ids);
    for (const id of ids) asked.add(id);
  }
}

async function takeIn({ jiraPast, store }: PastPorts, ids: readonly string[]): Promise<void> {
  const read = await jiraPast.histories(ids);
  await store.histories.put(read);
  const found = new Set(read.map(({ history }) => history.id));
  await store.histories.putMissing(ids.filter((id) => !found.has(id)));
}

async function refreshVocabulary({ jiraPast, store, now }: PastPorts): Promise<void> {
  const known = await store.histories.vocabulary();
  if (known !== null && known.readAt > subDays(now(), 1)) return;
  await store.histories.putVocabulary(await jiraPast.vocabulary());
}
