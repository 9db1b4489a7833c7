import type { SqlEngine } from "./engine";
import { enginesHere } from "./engines-here";
import { openSql } from "./open-sql";

jest.setTimeout(60_000);

const definitions = [
  "CREATE TABLE IF NOT EXISTS fact (id BIGINT NOT NULL, title VARCHAR(20) NOT NULL, size INT, level TINYINT NOT NULL, at_ms BIGINT, PRIMARY KEY (id))",
  "CREATE TABLE IF NOT EXISTS link (goal_id BIGINT NOT NULL, fact_id BIGINT NOT NULL, PRIMARY KEY (goal_id, fact_id))",
];
const rows = [
  "INSERT INTO fact (id, title, size, level, at_ms) VALUES (1, 'one', 3, 1, 1700000000000), (2, 'two', NULL, 0, 5), (3, 'three', 4, 1, NULL)",
  "INSERT INTO link (goal_id, fact_id) VALUES (7, 1), (7, 2), (8, 3)",
];

/** Every form of a column whose type the engines tell differently, in the dialect that both understand. */
const queries = [
  "SELECT * FROM fact ORDER BY id",
  "SELECT id, size, at_ms, title FROM fact ORDER BY id",
  "SELECT f.id AS fact, f.level FROM fact f ORDER BY f.id",
  "SELECT MIN(id) AS least, MAX(at_ms) AS last, MIN(size) AS small, MAX(title) AS word FROM fact",
  "SELECT MIN(id) least, COUNT(*) n FROM fact",
  "SELECT COALESCE(MAX(at_ms), 0) AS last, COALESCE(MAX(size), 0) AS large FROM fact",
  "SELECT MAX(CASE WHEN level = 1 THEN id ELSE 0 END) AS highest FROM fact",
  "SELECT COUNT(*) AS n, COUNT(DISTINCT level) AS levels, SUM(size) AS total, AVG(size) AS mean FROM fact",
  "SELECT COALESCE(SUM(size), 0) AS total, SUM(CASE WHEN level = 1 THEN 1 ELSE 0 END) AS ones FROM fact",
  "SELECT SUM(id) AS ids, SUM(size) * 2 AS twice FROM fact WHERE id > 100",
  "SELECT level, COUNT(*) AS n, SUM(size) AS total FROM fact GROUP BY level ORDER BY level",
  "SELECT id + 1 AS next, id * 1000000000000 AS far, size - 1 AS less FROM fact ORDER BY id",
  "SELECT CASE WHEN size > 3 THEN id ELSE 0 END AS picked, IF(level = 1, at_ms, 0) AS at FROM fact ORDER BY id",
  "SELECT id = 1 AS first, size IS NULL AS unsized, title LIKE 't%' AS t FROM fact ORDER BY id",
  "SELECT t.fact, t.n FROM (SELECT fact_id AS fact, COUNT(*) AS n FROM link GROUP BY fact_id) t ORDER BY t.fact",
  "SELECT t.total, t.least FROM (SELECT SUM(size) AS total, MIN(id) AS least FROM fact) t",
  "SELECT u.id FROM (SELECT id FROM fact UNION ALL SELECT fact_id FROM link) u ORDER BY u.id",
  "SELECT id FROM fact UNION ALL SELECT goal_id FROM link ORDER BY 1",
  "SELECT DISTINCT goal_id FROM link ORDER BY goal_id",
  "SELECT g.goal_id, (SELECT MAX(f.at_ms) FROM fact f WHERE f.id = g.fact_id) AS at FROM link g ORDER BY g.goal_id, g.fact_id",
  "SELECT g.goal_id, (SELECT COUNT(*) FROM link l WHERE l.goal_id = g.goal_id) AS n FROM link g ORDER BY g.goal_id, g.fact_id",
  "WITH of_goal AS (SELECT goal_id, COUNT(*) AS n FROM link GROUP BY goal_id) SELECT goal_id, n FROM of_goal ORDER BY goal_id",
  "WITH RECURSIVE up (id, depth) AS (SELECT id, 0 FROM fact WHERE id = 1 UNION ALL SELECT f.id, up.depth + 1 FROM fact f JOIN up ON f.id = up.id + 1) SELECT id, depth FROM up ORDER BY id",
  "SELECT id, ROW_NUMBER() OVER (ORDER BY id) AS place FROM fact ORDER BY id",
  "SELECT 1 AS one, 'a' AS letter, NULL AS absent, 3000000000 AS wide",
  "SELECT CHAR_LENGTH(title) AS letters, CONCAT(title, '!') AS loud, LOWER(title) AS low FROM fact ORDER BY id",
  "SELECT EXISTS (SELECT 1 FROM link WHERE fact_id = 1) AS linked",
  "SELECT CAST(title AS CHAR) AS words, CAST(size AS SIGNED) AS whole FROM fact ORDER BY id",
  "SELECT GREATEST(id, 2) AS atleast, LEAST(size, 3) AS atmost FROM fact ORDER BY id",
];

(enginesHere.length > 1 ? describe : describe.skip)("SQLite and MariaDB", () => {
  const engines: SqlEngine[] = [];
  beforeAll(async () => {
    for (const name of enginesHere) {
      const engine = await openSql(name);
      engines.push(engine);
      for (const statement of [...definitions, ...rows]) await engine.run(statement, []);
    }
  });
  afterAll(async () => {
    for (const engine of engines) await engine.stop();
  });

  test.each(queries)("send the same values of the same types for %s", async (query) => {
    const [sqlite, mariadb] = await Promise.all(engines.map((engine) => engine.run(query, [])));
    expect(sqlite).toEqual(mariadb);
  });
});
