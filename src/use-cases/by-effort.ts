import { unknownEffort } from "./sync/roll-ports";

/** Half of the 4 MiB of an answer, a third of the 16 MiB of memory. */
const mostEffort = 14_000;

/** How many of the first one statement can tell the scopes of, at least one. */
export function countTogether(efforts: readonly number[]): number {
  let together = 0;
  const beyond = efforts.findIndex((effort) => (together += effort) > mostEffort);
  return beyond === -1 ? efforts.length : Math.max(1, beyond);
}

/** Goals in their order, as many together as one statement can tell the scopes of. */
export function byEffort<T extends { readonly effort: number | null }>(
  goals: readonly T[],
): readonly (readonly T[])[] {
  const parts: T[][] = [];
  let effort = 0;
  for (const goal of goals) {
    const own = goal.effort ?? unknownEffort;
    const last = parts.at(-1);
    effort += own;
    if (last === undefined || effort > mostEffort) {
      parts.push([goal]);
      effort = own;
    } else {
      last.push(goal);
    }
  }
  return parts;
}
