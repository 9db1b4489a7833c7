import fc from "fast-check";
import type { Item } from "../../../src/domain/item";
import { type Cause, causes } from "../../../src/domain/ledger/cause";
import { type Ledger, ledgerOf } from "../../../src/domain/ledger/ledger";
import type { Span } from "../../../src/domain/ledger/track";
import { anySpan } from "../../build/arbitrary-span";
import { bruteShares, headlineOf } from "../../build/brute-ledger";
import { anItem } from "../../build/item";

type Made = Extract<Ledger, { kind: "ledger" }>;

/** Spans with a number at both ends. */
const made = (span: Span): Made => {
  const ledger = ledgerOf(span);
  fc.pre(ledger.kind === "ledger");
  return ledger;
};
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
/** By count and with an open story at both ends, so that something is always left to count. */
const countedWithOneMore = ({ start, end, byParentOnly }: Span): Span => {
  const { droppedResolutions } = start;
  const counted = (state: Span["start"]) => ({
    ...state,
    rule: "count" as const,
    items: [...state.items, anItem({ id: "1" })],
    droppedResolutions,
  });
  return { start: counted(start), end: counted(end), byParentOnly };
};

const opposites: readonly (readonly [Cause, Cause])[] = [
  ["added", "removed"],
  ["finished", "reopened"],
];
const opposite = (cause: Cause) =>
  opposites.find((pair) => pair.includes(cause))?.find((each) => each !== cause) ?? cause;

/** With the facts about children outside the scope as they were, which the reference leaves alone. */
const withSteadyFlags = (span: Span): Span => {
  const flagged = (items: readonly Item[]) =>
    items.map((item) => ({ ...item, hasChildren: false, hasSubTasks: false }));
  const { start, end } = span;
  return {
    ...span,
    start: { ...start, items: flagged(start.items) },
    end: { ...end, items: flagged(end.items) },
  };
};

describe("every ledger", () => {
  it("goes from the headline of the start to that of the end, and its parts add up to the change", () => {
    fc.assert(
      fc.property(anySpan, (span) => {
        const { from, to, entries } = made(span);
        expect(from).toBe(headlineOf(span.start));
        expect(to).toBe(headlineOf(span.end));
        expect(entries.map(({ cause }) => cause)).toEqual(causes);
        expect(Math.abs(sum(entries.map(({ share }) => share)) - (to - from))).toBeLessThan(1e-9);
      }),
      { numRuns: 400 },
    );
  });

  it("has items under each cause that add up to it", () => {
    fc.assert(
      fc.property(anySpan, (span) => {
        for (const { share, items } of made(span).entries) {
          expect(Math.abs(sum(items.map((item) => item.share)) - share)).toBeLessThan(1e-9);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("is the Shapley value of its definition", () => {
    fc.assert(
      fc.property(anySpan.map(withSteadyFlags), (span) => {
        const { entries } = made(span);
        const expected = bruteShares(span);
        for (const { cause, share } of entries) expect(share).toBeCloseTo(expected[cause], 9);
      }),
      { numRuns: 15 },
    );
  });

  it("does not depend on the order of the items", () => {
    fc.assert(
      fc.property(anySpan, (span) => {
        const { start, end } = span;
        const shuffled = {
          ...span,
          start: { ...start, items: start.items.toReversed() },
          end: { ...end, items: end.items.toReversed() },
        };
        expect(ledgerOf(shuffled)).toEqual(ledgerOf(span));
      }),
    );
  });

  it("gives nothing to causes that did not occur, and nothing at all where nothing changed", () => {
    fc.assert(
      fc.property(anySpan, (span) => {
        const ledger = ledgerOf({ ...span, end: span.start });
        if (ledger.kind !== "ledger") return;
        expect(ledger.entries).toEqual(causes.map((cause) => ({ cause, share: 0, items: [] })));
      }),
    );
  });

  it("read backwards gives every cause and item the opposite, where every coalition has a number", () => {
    fc.assert(
      fc.property(anySpan.map(countedWithOneMore), (span) => {
        const back = made({ ...span, start: span.end, end: span.start });
        for (const { cause, share, items } of made(span).entries) {
          const other = back.entries.find((each) => each.cause === opposite(cause));
          expect(other?.share).toBeCloseTo(-share, 9);
          for (const { itemId, share: ofItem } of items) {
            const found = other?.items.find((each) => each.itemId === itemId);
            expect(found?.share ?? 0).toBeCloseTo(-ofItem, 9);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
