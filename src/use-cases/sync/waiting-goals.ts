import type { Ports } from "../ports";
import { waitingGoalsKey } from "./state-keys";
import type { WaitingGoal } from "./sync-ports";

/** Since when goals were seen waiting, by goal and the number that each has meanwhile. */
type Seen = ReadonlyMap<string, string>;

/** More than wait together where all goes well. */
const mostGoals = 500;

/** Writes down which goals wait to be rolled, so that the next look can tell since when; how many they are. */
export async function noteWaitingGoals({
  store,
  now,
}: Pick<Ports, "store" | "now">): Promise<number> {
  const waiting = await store.sync.waitingGoals(mostGoals);
  if (waiting.length === 0) return 0;
  const before = await seenBefore({ store });
  const at = now().toISOString();
  const seen = waiting.map(nameOf).map((name) => [name, before.get(name) ?? at] as const);
  await store.states.write(waitingGoalsKey, Object.fromEntries(seen), now());
  return waiting.length;
}

/** Since when at least the longest waiting goal waits to be rolled; null when none was seen waiting. */
export async function goalsWaitSince({ store }: Pick<Ports, "store">): Promise<Date | null> {
  const before = await seenBefore({ store });
  if (before.size === 0) return null;
  const waiting = await store.sync.waitingGoals(mostGoals);
  const [since] = waiting.flatMap((goal) => before.get(nameOf(goal)) ?? []).toSorted();
  return since === undefined ? null : new Date(since);
}

/** A goal that was rolled meanwhile has another number, and waits anew. */
const nameOf = ({ goalId, rolled }: WaitingGoal) => `${goalId}:${String(rolled)}`;

async function seenBefore({ store }: Pick<Ports, "store">): Promise<Seen> {
  const value = (await store.states.read(waitingGoalsKey))?.value;
  if (typeof value !== "object" || value === null) return new Map();
  const entries = Object.entries(value).flatMap(([name, since]: [string, unknown]) =>
    typeof since === "string" ? [[name, since] as const] : [],
  );
  return new Map(entries);
}
