import type { ProgressView } from "../../src/contract/progress";
import { instantText } from "./format";

/** As of when the numbers of a list are: the oldest and the newest of them. Nothing where there is none. */
export function AsOfAll({ all }: { readonly all: readonly Pick<ProgressView, "asOf">[] }) {
  const instants = all.flatMap(({ asOf }) => asOf ?? []).sort();
  const [oldest, newest] = [instants[0], instants.at(-1)];
  if (oldest === undefined || newest === undefined) return null;
  const [from, to] = [instantText(oldest), instantText(newest)];
  return (
    <p className="as-of">
      {from === to ? `Numbers as of ${to}` : `Numbers as of ${from} (the oldest) to ${to}`}
    </p>
  );
}
