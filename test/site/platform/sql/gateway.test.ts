import { createInvocations } from "../invocation";
import { createSqlGateway } from "./gateway";
import type { SqlEngine } from "./engine";
import { openSql } from "./open-sql";
import { enginesHere } from "./engines-here";

const { invocation } = createInvocations().open({
  kind: "resolver",
  functionKey: "resolver",
  moduleKey: "page",
  moduleType: "jira:globalPage",
  accountId: "ann",
});

jest.setTimeout(60_000);

describe.each(enginesHere)("on %s", (name) => {
  let engine: SqlEngine;
  let gateway: ReturnType<typeof createSqlGateway>;
  beforeAll(async () => {
    engine = await openSql(name);
    gateway = createSqlGateway(engine);
  });
  afterAll(() => engine.stop());

  async function ask(query: string, params: readonly unknown[] = [], endpoint = "/api/v1/execute") {
    const { response } = await gateway({
      invocation,
      method: "POST",
      target: endpoint,
      headers: {},
      body: JSON.stringify({ query, params, method: "all" }),
    });
    const body: unknown = JSON.parse(response.body);
    return { status: response.status, body };
  }

  const define = (query: string) => ask(query, [], "/api/v1/execute/ddl");

  beforeAll(async () => {
    await define(
      "CREATE TABLE IF NOT EXISTS fact (id BIGINT NOT NULL, title VARCHAR(5) NOT NULL, size INT, price DECIMAL(10,2), at_ms BIGINT, seen DATETIME, PRIMARY KEY (id))",
    );
    await ask("INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?)", [1, "one", 3, 1.5, 7, null]);
    await ask("INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?)", ["2", "two", 4, 2, 8, null]);
  });

  test.each([
    ["two statements", "SELECT 1; DELETE FROM fact"],
    ["a transaction", "BEGIN"],
    ["the end of one", "ROLLBACK"],
    ["another database", "USE other"],
    ["a session variable", "SET autocommit = 0"],
    ["a lock", "LOCK TABLES fact WRITE"],
    ["SLEEP", "SELECT SLEEP(1)"],
    ["SHA2", "SELECT SHA2(title, 256) FROM fact"],
    ["PREPARE", "PREPARE s FROM 'SELECT 1'"],
    ["SHOW VARIABLES", "SHOW VARIABLES"],
  ])("%s is a violation of the policy", async (_what, query) => {
    expect(await ask(query)).toMatchObject({ status: 400, body: { code: "SQL_POLICY_VIOLATION" } });
  });

  test("a foreign key and a trigger may not be defined", async () => {
    for (const query of [
      "CREATE TABLE t (id INT PRIMARY KEY, o INT, FOREIGN KEY (o) REFERENCES fact (id))",
      "CREATE TRIGGER t BEFORE INSERT ON fact FOR EACH ROW SET @a = 1",
    ]) {
      expect(await define(query)).toMatchObject({ body: { code: "SQL_POLICY_VIOLATION" } });
    }
  });

  test("a forbidden word inside a text or as a column is no violation", async () => {
    expect(await ask("SELECT 'BEGIN; SLEEP(1)' AS sleep")).toMatchObject({ status: 200 });
  });

  test("a definition is refused on the endpoint for queries, a query is taken on the one for definitions", async () => {
    expect(await ask("DROP TABLE fact")).toMatchObject({ body: { code: "INVALID_SQL_QUERY" } });
    expect(await define("SELECT id FROM fact")).toMatchObject({ status: 200 });
  });

  test("BIGINT and DECIMAL arrive as text, INT as a number, a sum as text, a count as a number", async () => {
    const { body } = await ask(
      "SELECT id, size, price, SUM(size) AS sum, COUNT(*) AS n FROM fact WHERE id = ? GROUP BY id, size, price",
      [1],
    );
    expect(body).toMatchObject({
      rows: [{ id: "1", size: 3, price: "1.50", sum: "3", n: 1 }],
    });
  });

  test("a write answers with MySQL's packet", async () => {
    const { body } = await ask("UPDATE fact SET size = size + 1 WHERE id > ?", [0]);
    expect(body).toMatchObject({
      rows: { affectedRows: 2, fieldCount: 0, info: "", serverStatus: 2, warningStatus: 0 },
    });
  });

  test.each([
    ["a text that is too long", [3, "longer", 1, 1, 1, null], "ER_DATA_TOO_LONG"],
    ["an INT out of range", [3, "a", 3_000_000_000, 1, 1, null], "ER_WARN_DATA_OUT_OF_RANGE"],
    ["text in an INT", [3, "a", "few", 1, 1, null], "ER_TRUNCATED_WRONG_VALUE_FOR_FIELD"],
    ["an ISO time", [3, "a", 1, 1, 1, "2024-01-01T00:00:00Z"], "ER_TRUNCATED_WRONG_VALUE"],
    ["a key twice", [1, "a", 1, 1, 1, null], "ER_DUP_ENTRY"],
    ["NULL where none may be", [3, null, 1, 1, 1, null], "ER_BAD_NULL_ERROR"],
    ["too few values", [3], "ER_WRONG_ARGUMENTS"],
  ])("%s is refused in MySQL's words", async (_what, params, code) => {
    expect(await ask("INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?)", params)).toMatchObject({
      status: 400,
      body: { code: "SQL_EXECUTION_ERROR", debug: { code } },
    });
  });

  test("a request over 1 MiB and an answer over 4 MiB are refused", async () => {
    expect(await ask("SELECT ? AS a", ["x".repeat(1 << 20)])).toMatchObject({ status: 413 });
    const wide = "x".repeat(500_000);
    const nine =
      "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 9) SELECT v.a FROM c, (SELECT ? AS a) v";
    expect(await ask(nine, [wide])).toMatchObject({ status: 413 });
  });

  test("a parameter that is an object is refused", async () => {
    expect(await ask("SELECT ? AS a", [{ a: 1 }])).toMatchObject({
      body: { code: "INVALID_SQL_QUERY" },
    });
  });
});
