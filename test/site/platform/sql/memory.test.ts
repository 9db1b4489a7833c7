import type { SqlEngine } from "./engine";
import { enginesHere } from "./engines-here";
import { openSql } from "./open-sql";

jest.setTimeout(60_000);

const read = { kind: "read", seconds: 5 } as const;
const write = { kind: "write", seconds: 10 } as const;
/** The square of so many different texts of 200 characters, gathered in a temporary table. */
const gathered = (side: number, what = "COUNT(*) AS n") =>
  `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${String(side)}) SELECT ${what} FROM (SELECT DISTINCT CONCAT(a.i, '-', b.i, LPAD('', 200, 'x')) AS t FROM n a CROSS JOIN n b) d`;

(enginesHere.includes("mariadb") ? describe : describe.skip)("on MariaDB", () => {
  let engine: SqlEngine;
  beforeAll(async () => {
    engine = await openSql("mariadb");
    await engine.run("CREATE TABLE kept (id INT PRIMARY KEY, words TEXT)", []);
    await engine.run("INSERT INTO kept VALUES (1, 'one'), (2, 'two')", []);
  });
  afterAll(() => engine.stop());

  test("a query that fits into 16 MiB is answered", async () => {
    expect(await engine.run(gathered(30), [], read)).toEqual({ kind: "rows", rows: [{ n: 900 }] });
  });

  test("a query that needs more than 16 MiB is cancelled in TiDB's words", async () => {
    await expect(engine.run(gathered(300), [], read)).rejects.toThrow(
      "exceeding the allowed memory limit",
    );
  });

  test("a write that needs more than 16 MiB is cancelled and leaves no trace", async () => {
    const insert = `INSERT INTO kept (id, words) ${gathered(300, "COUNT(*) + 5, 'late'")}`;
    await expect(engine.run(insert, [], write)).rejects.toMatchObject({ errno: 8175 });
    const left = await engine.run("SELECT COUNT(*) AS n FROM kept", [], read);
    expect(left).toEqual({ kind: "rows", rows: [{ n: 2 }] });
  });

  test("a small query over TEXT is answered, although MariaDB puts its table on disk", async () => {
    const grouped = "SELECT words, COUNT(*) AS n FROM kept GROUP BY words ORDER BY words";
    expect(await engine.run(grouped, [], read)).toEqual({
      kind: "rows",
      rows: [
        { words: "one", n: 1 },
        { words: "two", n: 1 },
      ],
    });
  });

  test("a statement over its time is stopped", async () => {
    await expect(
      engine.run("SELECT SLEEP(3)", [], { kind: "read", seconds: 0.2 }),
    ).rejects.toMatchObject({ code: "ER_STATEMENT_TIMEOUT" });
  });
});
