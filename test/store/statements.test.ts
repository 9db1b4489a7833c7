import { readdirSync } from "node:fs";
import { join } from "node:path";
import { migrations } from "../../src/store/migrations";
import {
  idsPerStatement,
  rowsPerStatement,
  type ListStatement,
  type Statement,
} from "../../src/store/statement";
import { statementFamilies } from "./statement-families";
import { openSqlBoundary, type SqlBoundary } from "./sql-boundary";
import { enginesHere } from "../site/platform/sql/engines-here";
import { createStore } from "../../src/store/store";

const expanded = (each: Statement | ListStatement): readonly Statement[] =>
  typeof each === "function" ? [each(1), each(rowsPerStatement), each(idsPerStatement)] : [each];

const all = statementFamilies.flatMap((family) => Object.values(family));
const statements = all.flatMap(expanded);
const shortest = all.flatMap((each) => expanded(each).slice(0, 1));

/** What follows ORDER BY, up to LIMIT or the end of its part. */
const orders = (sql: string) =>
  [...sql.matchAll(/ORDER BY ([^)]*?)(?: LIMIT|\)|$)/g)].map((match) => match[1] ?? "");

it("covers every family of statements", () => {
  const files = readdirSync(join(__dirname, "../../src/store/sql"));
  expect(files.toSorted()).toEqual([
    "account-sql.ts",
    "closure-sql.ts",
    "drain-sql.ts",
    "goal-sql.ts",
    "history-sql.ts",
    "issue-sql.ts",
    "link-sql.ts",
    "month-sql.ts",
    "place-sql.ts",
    "reading-sql.ts",
    "roll-sql.ts",
    "room-sql.ts",
    "scope-sql.ts",
    "site-sql.ts",
    "state-sql.ts",
    "sync-sql.ts",
    "verify-sql.ts",
  ]);
  expect(new Set(shortest.map((each) => each.name)).size).toBe(shortest.length);
});

describe.each(shortest.map(({ name, sql }) => [name, sql.replace(/\s+/g, " ")] as const))(
  "%s",
  (_name, sql) => {
    it("neither divides nor joins texts (rule 1)", () => {
      expect(sql).not.toMatch(/\/|\|\||\bDIV\b|\bCONCAT/i);
    });

    it("uses no date function (rule 2)", () => {
      expect(sql).not.toMatch(
        /\b(?:NOW|CURRENT_TIMESTAMP|UNIX_TIMESTAMP|FROM_UNIXTIME|DATE\w*)\b/i,
      );
    });

    it("uses no row alias, JSON function or hint (rules 4, 5)", () => {
      expect(sql).not.toMatch(/AS new\b|JSON|\/\*|WITH ROLLUP/i);
    });

    it("orders totally: the last column of an order is unique (rule 9)", () => {
      for (const order of orders(sql)) {
        expect(order.trim()).toMatch(/(?:^|[. ,])(?:id|\w+_id)$/);
      }
      if (/\bLIMIT\b/.test(sql)) expect(orders(sql)).not.toHaveLength(0);
    });

    it("is one statement and names its columns", () => {
      expect(sql).not.toMatch(/;|SELECT \*|"/);
    });
  },
);

describe("the lists of statements", () => {
  it("never take more than 500 ids (rule 11)", () => {
    expect(idsPerStatement).toBeLessThanOrEqual(500);
  });

  it("stay inside a request of 1 MiB with the longest values", () => {
    const longestRow = 255 + 255 + 255 + 20 * 20;
    for (const { sql } of statements) {
      const values = (sql.match(/\?/g) ?? []).length * 20 + rowsPerStatement * longestRow;
      expect(sql.length + values).toBeLessThan(1 << 20);
    }
  });
});

describe("the tables", () => {
  const definitions = Object.entries(migrations);

  it("can be made within the 25 definitions of a minute", () => {
    expect(definitions.length + 2).toBeLessThanOrEqual(25);
  });

  it.each(definitions)("%s repeats without harm, in the portable types", (_name, definition) => {
    expect(definition).toMatch(/^CREATE TABLE IF NOT EXISTS /);
    expect(definition).not.toMatch(/AUTO_INCREMENT|JSON|ENUM|BOOLEAN|TIMESTAMP|DATETIME|FOREIGN/i);
    expect(definition).toContain("COLLATE = utf8mb4_bin");
    expect(definition).toContain("PRIMARY KEY");
  });
});

describe.each(enginesHere)("on %s", (engine) => {
  let boundary: SqlBoundary;
  beforeAll(async () => {
    boundary = await openSqlBoundary(engine);
    await createStore().migrate();
  }, 60_000);
  afterAll(() => boundary.stop());

  it.each(shortest.map((each) => [each.name, each.sql] as const))(
    "%s is understood",
    async (_name, sql) => {
      const params = (sql.match(/\?/g) ?? []).map(() => 0);
      const { status, body } = await boundary.ask(sql, params);
      expect([status, body]).toEqual([200, expect.stringContaining("rows")]);
    },
  );
});
