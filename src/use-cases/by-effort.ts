import { partsOf } from "../domain/parts-of";
import { unknownEffort } from "./sync/roll-ports";

/** Were it all rows, three quarters of the 4 MiB of an answer. MariaDB holds at most 9 of the 16 MiB for so much. */
const mostEffort = 24_000;

/** How many of the first one statement can tell the scopes of, at least one where there are any. */
export const countTogether = (efforts: readonly number[]): number =>
  partsOf(efforts, (effort) => effort, mostEffort)[0]?.length ?? 0;

/** Goals in their order, as many together as one statement can tell the scopes of. */
export const byEffort = <T extends { readonly effort: number | null }>(
  goals: readonly T[],
): readonly (readonly T[])[] => partsOf(goals, ({ effort }) => effort ?? unknownEffort, mostEffort);
