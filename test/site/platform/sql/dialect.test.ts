import { enginesHere } from "./engines-here";
import { EngineRefused, type SqlEngine } from "./engine";
import { openSql } from "./open-sql";
import { openSqlite } from "./sqlite";

jest.setTimeout(60_000);

describe.each(enginesHere)("on %s", (name) => {
  let engine: SqlEngine;
  beforeAll(async () => {
    engine = await openSql(name);
  });
  afterAll(() => engine.stop());

  const run = (sql: string, parameters: readonly (string | number | null)[] = []) =>
    engine.run(sql, parameters);
  const rows = async (sql: string, parameters: readonly (string | number | null)[] = []) => {
    const result = await run(sql, parameters);
    return result.kind === "rows" ? result.rows : [];
  };

  beforeEach(async () => {
    await run("DROP TABLE IF EXISTS item");
    await run(
      "CREATE TABLE IF NOT EXISTS `item` (id BIGINT NOT NULL COMMENT 'Jira''s', title VARCHAR(255) COLLATE utf8mb4_bin NOT NULL DEFAULT '', version INT NOT NULL DEFAULT -1, PRIMARY KEY (id), KEY by_title (title(20))) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4",
    );
    await run("INSERT INTO item (id, title, version) VALUES (1, 'One', 5), (2, 'two', 5)");
  });

  const guarded =
    "INSERT INTO item (id, title, version) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE title = IF(VALUES(version) >= version, VALUES(title), title), version = GREATEST(version, VALUES(version))";

  test("a guarded upsert takes the newer version and leaves the older one alone", async () => {
    await run(guarded, [1, "older", 4]);
    await run(guarded, [2, "newer", 6]);
    await run(guarded, [3, "new", 1]);
    expect(await rows("SELECT title, version FROM item ORDER BY id")).toEqual([
      { title: "One", version: 5 },
      { title: "newer", version: 6 },
      { title: "new", version: 1 },
    ]);
  });

  test("an upsert from a SELECT without WHERE is understood", async () => {
    await run(
      "INSERT INTO item (id, title, version) SELECT v.id, v.title, 9 FROM (SELECT ? AS id, ? AS title UNION ALL SELECT ?, ?) v ON DUPLICATE KEY UPDATE version = VALUES(version)",
      [2, "a", 3, "b"],
    );
    expect(await rows("SELECT id, version FROM item ORDER BY id")).toEqual([
      { id: "1", version: 5 },
      { id: "2", version: 9 },
      { id: "3", version: 9 },
    ]);
  });

  test("INSERT IGNORE keeps the row that is there", async () => {
    await run("INSERT IGNORE INTO item (id, title) VALUES (1, 'other'), (4, 'four')");
    expect(await rows("SELECT title FROM item WHERE id IN (1, 4) ORDER BY id")).toEqual([
      { title: "One" },
      { title: "four" },
    ]);
  });

  test("LIKE minds case and takes a backslash for the escape, as utf8mb4_bin does", async () => {
    await run("INSERT INTO item (id, title) VALUES (5, '50% done'), (6, '500 done')");
    expect(await rows("SELECT id FROM item WHERE title LIKE ?", ["o%"])).toEqual([]);
    expect(await rows("SELECT id FROM item WHERE title LIKE ?", ["50\\%%"])).toEqual([{ id: "5" }]);
    expect(await rows("SELECT id FROM item WHERE LOWER(title) LIKE 'o_e'")).toEqual([{ id: "1" }]);
  });

  test("texts are read with MySQL's quotes and escapes", async () => {
    expect(await rows(`SELECT 'it''s' AS a, "two\\nlines" AS b, 'back\\\\slash' AS c`)).toEqual([
      { a: "it's", b: "two\nlines", c: "back\\slash" },
    ]);
  });

  test("parts of a UNION may stand in parentheses", async () => {
    const sql =
      "(SELECT id FROM item ORDER BY id LIMIT 1) UNION ALL (SELECT id FROM item ORDER BY id DESC LIMIT 1)";
    expect((await rows(sql)).map((row) => Number(row["id"]))).toEqual([1, 2]);
  });

  test("a column is added once, and filled as MySQL fills it", async () => {
    const add = "ALTER TABLE item ADD COLUMN IF NOT EXISTS weight INT NOT NULL";
    await run(add);
    await run(add);
    expect(await rows("SELECT weight FROM item WHERE id = 1")).toEqual([{ weight: 0 }]);
  });

  test("an index may bear the name of another table's", async () => {
    await run("CREATE TABLE other (id BIGINT PRIMARY KEY, title VARCHAR(10) NOT NULL)");
    await run("CREATE INDEX IF NOT EXISTS by_title ON other (title)");
    await run("CREATE INDEX IF NOT EXISTS by_title ON other (title)");
    await expect(run("CREATE INDEX by_title ON other (title)")).rejects.toBeInstanceOf(
      EngineRefused,
    );
  });

  test("comments and hints change nothing", async () => {
    const sql =
      "SELECT /*+ MAX_EXECUTION_TIME(1000) */ id FROM item FORCE INDEX (by_title) -- all\n WHERE id = 1 # one\n FOR UPDATE";
    expect(await rows(sql)).toEqual([{ id: "1" }]);
  });

  test("division gives a decimal as text, DIV an integer", async () => {
    const [row] = await rows("SELECT 7 / 2 AS a, 7 DIV 2 AS b");
    expect(row?.["a"]).toMatch(/^3\.50*$/);
    expect(row?.["b"]).toBe(3);
  });
});

test("the latest of a BIGINT is text on SQLite, as a database with types would send it", async () => {
  const engine = openSqlite();
  await engine.run("CREATE TABLE t (id BIGINT PRIMARY KEY)", []);
  await engine.run("INSERT INTO t VALUES (7)", []);
  expect(await engine.run("SELECT MAX(id) AS latest FROM t", [])).toEqual({
    kind: "rows",
    rows: [{ latest: "7" }],
  });
  await engine.stop();
});

test("a definition that was never needed is refused by name", async () => {
  const engine = openSqlite();
  await expect(engine.run("ALTER TABLE item MODIFY COLUMN title TEXT", [])).rejects.toThrow(
    "EMULATOR_NOT_MODELLED",
  );
  await engine.stop();
});
