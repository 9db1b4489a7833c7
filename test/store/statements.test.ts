import { readdirSync } from "node:fs";
import { join } from "node:path";
import { accountSql } from "../../src/store/sql/account-sql";
import { closureSql } from "../../src/store/sql/closure-sql";
import { drainSql } from "../../src/store/sql/drain-sql";
import { goalSql } from "../../src/store/sql/goal-sql";
import { historySql } from "../../src/store/sql/history-sql";
import { issueSql } from "../../src/store/sql/issue-sql";
import { linkSql } from "../../src/store/sql/link-sql";
import { placeSql } from "../../src/store/sql/place-sql";
import { roomSql } from "../../src/store/sql/room-sql";
import { rollSql } from "../../src/store/sql/roll-sql";
import { scopeSql } from "../../src/store/sql/scope-sql";
import { siteSql } from "../../src/store/sql/site-sql";
import { stateSql } from "../../src/store/sql/state-sql";
import { syncSql } from "../../src/store/sql/sync-sql";
import { migrations } from "../../src/store/migrations";
import {
  idsPerStatement,
  rowsPerStatement,
  type ListStatement,
  type Statement,
} from "../../src/store/statement";
import { openSqlBoundary, type SqlBoundary } from "./sql-boundary";
import { enginesHere } from "../site/platform/sql/engines-here";
import { createStore } from "../../src/store/store";

const { histogram, ...scope } = scopeSql;
const families = {
  accountSql,
  closureSql,
  drainSql,
  goalSql,
  historySql,
  issueSql,
  linkSql,
  placeSql,
  rollSql,
  roomSql,
  scope,
  histogram,
  siteSql,
  stateSql,
  syncSql,
};

const expanded = (each: Statement | ListStatement): readonly Statement[] =>
  typeof each === "function" ? [each(1), each(rowsPerStatement), each(idsPerStatement)] : [each];

const statements = Object.values(families).flatMap((family) =>
  Object.values<Statement | ListStatement>(family).flatMap(expanded),
);
const shortest = Object.values(families).flatMap((family) =>
  Object.values<Statement | ListStatement>(family).flatMap((each) => expanded(each).slice(0, 1)),
);

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
    "place-sql.ts",
    "roll-sql.ts",
    "room-sql.ts",
    "scope-sql.ts",
    "site-sql.ts",
    "state-sql.ts",
    "sync-sql.ts",
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
    expect(definitions.length + 2).toBeLessThanOrEqual(22);
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
