import { billOf } from "../../src/domain/bill/bill";
import { ledgerOf } from "../../src/domain/ledger/ledger";
import { cellOf, leavesOf } from "../../src/domain/leaves";
import { itemsAsOf } from "../../src/domain/replay/as-of";
import { replayIssue } from "../../src/domain/replay/replay-issue";
import { rollUp } from "../../src/domain/roll-up";
import { spreadOf } from "../../src/domain/spread";
import { billGap } from "./bill-gap";
import { type Figure, inMilliseconds, median } from "./figure";
import { asOf } from "../build/item";
import { madeHistories, madeScope, madeWords, yearLater } from "./theory-data";

/** What the pure computations of the evidence page cost; the same made-up data in every run. */
export function theoryFigures(): readonly Figure[] {
  const large = madeScope(5000, 1);
  const goal = madeScope(1000, 2);
  const later = yearLater(goal, 3);
  const histories = madeHistories(10_000);
  const replayed = histories.map((history) => replayIssue(history, madeWords));
  return [
    timed("rollup of 5,000 items", () => {
      const cells = leavesOf(large).map((leaf) => cellOf(leaf, large.rule, true));
      return rollUp(cells, large.rule, large.pools);
    }),
    timed("rule spread of 5,000 items", () => spreadOf(large)),
    timed("uncertainty bill of 5,000 items", () => billOf({ ...large, asOf, settleDays: {} })),
    timed("ledger of a goal of 1,000 items over a year", () =>
      ledgerOf({ start: goal, end: later, byParentOnly: new Set() }),
    ),
    timed("replay of 100,000 changelog items", () =>
      histories.map((history) => replayIssue(history, madeWords)),
    ),
    timed("10,000 replayed issues as of one instant", () => itemsAsOf(replayed, asOf, madeWords)),
    ...billGap(),
  ];
}

/** The median of seven runs after one that warms up. */
function timed(name: string, run: () => unknown): Figure {
  run();
  const times = Array.from({ length: 7 }, () => {
    const began = performance.now();
    run();
    return performance.now() - began;
  });
  return { name, value: inMilliseconds(median(times)) };
}
