import fc from "fast-check";
import { factValues } from "../../src/store/facts";
import { issueSql } from "../../src/store/sql/issue-sql";
import { syncSql } from "../../src/store/sql/sync-sql";
import { writesOf } from "../../src/store/statement";
import { aReadIssue } from "../build/read-issue";
import { aStoredRollup } from "../build/stored-rollup";

const readAt = new Date("2026-03-16T12:00:00Z");
const mebibyte = 1 << 20;
/** What SQLite takes; every other engine takes more. */
const mostValues = 32_766;

const rowsOf = (count: number, width: number) =>
  Array.from({ length: count }, (_, n) =>
    factValues(
      aReadIssue(
        { id: String(9_007_199_254_000_000 + n), resolution: "€".repeat(255) },
        {
          key: `KEY-${String(n)}`,
          subTaskIds: Array.from({ length: width }, (__, at) => String(10_000_000 + at)),
        },
      ),
      readAt,
    ),
  );

describe("rows in parts that one write takes", () => {
  it("are all there, in their order", () => {
    const widths = fc.array(fc.string({ maxLength: 60_000 }), { maxLength: 20 });
    fc.assert(
      fc.property(widths, (texts) => {
        const rows = texts.map((text, n) => [n, text]);
        expect(writesOf(rows).flat()).toEqual(rows);
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  it.each([
    ["narrow", 5000, 0],
    ["with many sub-tasks", 2000, 60],
  ])("stay inside a request of 1 MiB: %s", (_name, count, width) => {
    const parts = writesOf(rowsOf(count, width));
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) {
      const { sql } = issueSql.put(part.length);
      const params = part.flat();
      expect(params.length).toBeLessThan(mostValues);
      expect(Buffer.byteLength(JSON.stringify({ query: sql, params }))).toBeLessThan(mebibyte);
    }
  });

  const asRollup = (doc: string) => [Number.MAX_SAFE_INTEGER, doc, "", readAt.getTime(), 0, 0, 0];

  it.each(["a", '"', "€", "\n", "\u0001", "\ud83d\ude80"])(
    "stay inside a request whatever their documents are made of: %j",
    (character) => {
      const documents = Array.from({ length: 2000 }, () => character.repeat(1000));
      const parts = writesOf(documents.map(asRollup));
      expect(parts.length).toBeGreaterThan(1);
      for (const part of parts) {
        const request = { query: syncSql.putRollups(part.length).sql, params: part.flat() };
        expect(Buffer.byteLength(JSON.stringify(request))).toBeLessThan(mebibyte);
      }
    },
  );

  it("are alone where one is more than a request may be", () => {
    const wide = asRollup("a".repeat(mebibyte));
    expect(writesOf([asRollup("a"), wide, asRollup("a"), asRollup("a")])).toMatchObject([
      { length: 1 },
      { length: 1 },
      { length: 2 },
    ]);
  });

  it("are many where they are short: the rollups of five hundred goals are one statement", () => {
    const rollups = Array.from({ length: 500 }, (_, n) => aStoredRollup({ goalId: String(n + 1) }));
    expect(writesOf(rollups.map((rollup) => asRollup(JSON.stringify(rollup))))).toHaveLength(1);
  });

  it("are many where they are short: a thousand issues are one statement", () => {
    const rows = Array.from({ length: 1000 }, (_, n) =>
      factValues(aReadIssue({ id: String(n + 1) }), readAt),
    );
    expect(writesOf(rows)).toHaveLength(1);
  });
});
