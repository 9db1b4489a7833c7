import { settleDaysOf } from "../../domain/settle-time";
import type { Ports } from "../ports";
import { dayStart } from "./day-start";

type Known = Record<string, number>;

/**
 * Settle time in days of a project as of the beginning of an instant's day, for it is read once a day in the present
 * too. A changelog does not change any more, so what was computed once is kept: computing it reads the whole project.
 * Of a project that the app may not browse now there is no evidence, and nothing is kept.
 */
export function pastSettleDays({
  jira,
  store,
  now,
}: Pick<Ports, "jira" | "store" | "now">): (projectId: string, at: Date) => Promise<number> {
  const kept = once(async (projectId) =>
    knownIn((await store.states.read(keyOf(projectId)))?.value),
  );
  const histories = once(jira.statusHistories);
  return async (projectId, at) => {
    const known = await kept(projectId);
    const begin = dayStart(at);
    const day = begin.toISOString().slice(0, 10);
    const before = known[day];
    if (before !== undefined) return before;
    const read = await histories(projectId);
    const { days } = settleDaysOf(read ?? [], begin);
    if (read === null) return days;
    known[day] = days;
    await store.states.write(keyOf(projectId), known, now());
    return days;
  };
}

const keyOf = (projectId: string) => `past-settle ${projectId}`;

function knownIn(value: unknown): Known {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([day, days]) => (typeof days === "number" ? [[day, days]] : [])),
  );
}

function once<T>(read: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (key) => {
    const value = known.get(key) ?? read(key);
    known.set(key, value);
    return value;
  };
}
