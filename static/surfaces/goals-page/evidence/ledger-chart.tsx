import type { CauseName } from "../../../../src/contract/evidence";
import { waterfallOf } from "../../../charts/waterfall";
import { WaterfallBarPicture } from "../../../charts/waterfall-bar";
import { causeName } from "../../../evidence-words";
import { issuesText, pointsText, precisePercent, wholePercent } from "../../../parts/format";
import type { See } from "../look";
import { type Entry, hasPart, issuesUnder, type Ledger } from "./ledger";
import { LedgerTable } from "./ledger-table";

type Props = {
  readonly ledger: Ledger;
  /** The bar that is open. */
  readonly cause: CauseName | null;
  readonly see: See;
};

/** The waterfall of the ledger: one bar a cause, each beginning where the one before ended. A click opens its issues. */
export function LedgerChart({ ledger, cause, see }: Props) {
  const { start, end, exact, entries } = ledger;
  const percent = exact ? precisePercent : wholePercent;
  const moved = entries.filter(hasPart);
  const chart = waterfallOf(
    start,
    moved.map(({ cause: key, share }) => ({ key, share })),
  );
  if (moved.length === 0) return <p className="subtle">Nothing moved it.</p>;
  return (
    <figure className="waterfall">
      <figcaption className="subtle row row-between">
        <span>{percent(chart.low)}</span>
        <span>
          start {percent(start)}, end {percent(end)}
        </span>
        <span>{percent(chart.high)}</span>
      </figcaption>
      <ul>
        {moved.map((entry, index) => {
          const bar = chart.bars[index];
          return bar === undefined ? null : (
            <li key={entry.cause}>
              <button
                className="waterfall-row"
                type="button"
                aria-expanded={entry.cause === cause}
                onClick={() => {
                  see({ cause: entry.cause === cause ? null : entry.cause });
                }}
              >
                <span className="waterfall-name">
                  {causeName[entry.cause]} <span className="subtle">{countText(entry)}</span>
                </span>
                <WaterfallBarPicture bar={bar} start={chart.start} end={chart.end} />
                <b className="waterfall-value">{pointsText(entry.share, exact)}</b>
              </button>
            </li>
          );
        })}
      </ul>
      <Silent entries={entries} />
      <LedgerTable ledger={ledger} />
    </figure>
  );
}

/** How many issues are under a bar; nothing where that is withheld. */
function countText(entry: Entry): string {
  const count = issuesUnder(entry);
  return count === null || count === 0 ? "" : issuesText(count);
}

/** The causes that had no part, so that their absence is said and not guessed. */
function Silent({ entries }: { readonly entries: readonly Entry[] }) {
  const silent = entries.filter((entry) => !hasPart(entry));
  if (silent.length === 0) return null;
  const names = silent.map(({ cause }) => causeName[cause].toLowerCase());
  return <p className="subtle">No part: {names.join(", ")}.</p>;
}
