import { unknownEffort } from "./sync/roll-ports";

/** Half of the 4 MiB of an answer, a third of the 16 MiB of memory. */
const mostEffort = 14_000;

/** How many of the first one statement can tell the scopes of, at least one where there are any. */
export function countTogether(efforts: readonly number[]): number {
  let together = 0;
  for (const [place, effort] of efforts.entries()) {
    together += effort;
    if (together > mostEffort) return Math.max(1, place);
  }
  return efforts.length;
}

/** Goals in their order, as many together as one statement can tell the scopes of. */
export function byEffort<T extends { readonly effort: number | null }>(
  goals: readonly T[],
): readonly (readonly T[])[] {
  const efforts = goals.map(({ effort }) => effort ?? unknownEffort);
  const parts: (readonly T[])[] = [];
  for (let from = 0; from < goals.length;) {
    const to = from + countTogether(efforts.slice(from));
    parts.push(goals.slice(from, to));
    from = to;
  }
  return parts;
}
