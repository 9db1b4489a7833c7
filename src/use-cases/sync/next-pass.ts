import { max, min } from "date-fns";
import type { Ports } from "../ports";
import type { GoalToRead, KeptPass, Pass } from "./pass-ports";

/**
 * A pass is written down as a whole at every step, and its goals have no number before its end. What it costs at the
 * least it costs again in the next, so that goals that bring nothing to read take no place from those that do.
 */
const most = { goals: 1000, links: 4000 };
/** A pass that so many have taken over in vain holds something that nobody can read. */
const mostTurns = 3;

/** The pass under way under a new turn, or the next one; null when no goal waits. */
export async function passAfter(ports: Ports, kept: KeptPass): Promise<Pass | null> {
  const { pass } = kept;
  const turn = ports.newId();
  if (pass !== null && pass.goals.length > 0 && pass.turns < mostTurns) {
    return { ...pass, turn, turns: pass.turns + 1 };
  }
  const waiting = await ports.store.readings.waiting();
  const alone = aloneAfter(pass, new Set(waiting.map(({ goalId }) => goalId)));
  const goals = chosen(waiting, { alone, last: leftBehind(pass) });
  if (goals.length === 0) return null;
  const read = new Set(goals.map(({ goalId }) => goalId));
  return {
    number: kept.version + 1,
    turn,
    turns: 1,
    goals,
    alone: alone.filter((goalId) => !read.has(goalId)),
    freshSince: min([ports.now(), max(goals.map(({ since }) => since))]),
    at: { step: "join" },
  };
}

/** Goals to be read one by one: those of a pass that came no further, so that one does not hold up the others. */
function aloneAfter(pass: Pass | null, waiting: ReadonlySet<string>): readonly string[] {
  if (pass === null) return [];
  const several = pass.goals.length > 1 ? pass.goals.map(({ goalId }) => goalId) : [];
  return [...several, ...pass.alone].filter((goalId) => waiting.has(goalId));
}

/** The only goal of a pass that came no further. */
const leftBehind = (pass: Pass | null) =>
  pass?.goals.length === 1 ? (pass.goals[0]?.goalId ?? null) : null;

type Waiting = GoalToRead & { readonly links: number };

/** Who waits longest comes first, but the goal that was left behind only when no other waits. */
function chosen(
  waiting: readonly Waiting[],
  { alone, last }: { readonly alone: readonly string[]; readonly last: string | null },
): readonly GoalToRead[] {
  const byAge = waiting.toSorted((a, b) => a.since.getTime() - b.since.getTime());
  const single = byAge.find(({ goalId }) => goalId === alone[0]);
  if (single !== undefined) return [toRead(single)];
  const others = byAge.filter(({ goalId }) => goalId !== last);
  const candidates = others.length > 0 ? others : byAge;
  const bare = candidates.filter(({ links }) => links === 0);
  const linked = candidates.filter(({ links }) => links > 0);
  let links = 0;
  const linkedNow = linked
    .slice(0, most.goals)
    .filter((each, place) => (links += each.links) <= most.links || place === 0);
  return [...linkedNow, ...bare.slice(0, most.goals)].map(toRead);
}

const toRead = ({ goalId, since }: Waiting): GoalToRead => ({ goalId, since });
