import { addMinutes } from "date-fns";
import * as z from "zod/mini";
import { drainSql } from "../../src/store/sql/drain-sql";
import { issueSql } from "../../src/store/sql/issue-sql";
import { placeSql } from "../../src/store/sql/place-sql";
import { readingSql } from "../../src/store/sql/reading-sql";
import { rollSql } from "../../src/store/sql/roll-sql";
import { syncSql } from "../../src/store/sql/sync-sql";
import { createStore } from "../../src/store/store";
import { aGoal, anIssueLink } from "../build/goal";
import { aReadIssue } from "../build/read-issue";
import { enginesHere } from "../site/platform/sql/engines-here";
import { openSqlBoundary, type SqlBoundary } from "./sql-boundary";

jest.setTimeout(60_000);

const now = new Date("2026-03-16T12:00:00Z");
const step = z.object({
  id: z.nullable(z.coerce.number()),
  table: z.nullable(z.string()),
  Extra: z.nullable(z.string()),
});
const plan = z.object({ rows: z.array(step) });

(enginesHere.includes("mariadb") ? describe : describe.skip)("on MariaDB", () => {
  let boundary: SqlBoundary;
  beforeAll(async () => {
    boundary = await openSqlBoundary("mariadb");
  });
  afterAll(() => boundary.stop());

  const store = createStore();
  const ids = Array.from({ length: 400 }, (_, n) => String(1001 + n));
  const link = anIssueLink({ id: "301", goalId: "300", issueId: "1000" });
  beforeAll(async () => {
    await store.goals.insert(aGoal({ id: "300" }));
    await store.links.insert([link]);
    await store.scope.putIssues(
      ids.map((id) => aReadIssue({ id, parentId: "1000" })),
      now,
    );
    await store.scope.addMemberships(ids.map((issueId) => ({ link, issueId })));
  });

  /** What the engine would do; every `?` is given one of these in turn. */
  const stepsOf = async (sql: string, values: readonly string[]) => {
    let given = 0;
    const asked = sql.replace(/\?/g, () => values[given++ % values.length] ?? "0");
    const { body } = await boundary.ask(`EXPLAIN ${asked}`, []);
    return z.parse(plan, JSON.parse(body)).rows;
  };

  test("a drain begins with the issues of its lease in every part, though the engine takes all tables for smaller", async () => {
    await store.sync.mark(
      ids.map((issueId) => ({ issueId, seenAt: null })),
      { at: now },
    );
    await store.sync.claim({ lease: "77", now, until: addMinutes(now, 5), limit: 400 });
    const steps = await stepsOf(drainSql.begin.sql.replaceAll("lease = ?", "lease = 77"), ["0"]);
    /** The table with which each part begins that reads this one. */
    const beginningsWith = (read: string) =>
      steps
        .filter(({ table }) => table === read)
        .map((step) => steps.find(({ id }) => id === step.id)?.table);
    expect(beginningsWith("m")).toEqual([expect.stringMatching(/^<derived/)]);
    expect(beginningsWith("d")).toEqual(["d", "d", "d", "d"]);
  });

  test("goals are rolled from the goals that are due, never from the scopes of all", async () => {
    const steps = await stepsOf(rollSql.dirty(40).sql, ["0"]);
    const scopes = steps.filter(({ table }) => table === "s");
    expect(scopes).toHaveLength(2);
    const beginnings = scopes.map((scope) => steps.find(({ id }) => id === scope.id)?.table);
    expect(beginnings.filter((table) => table?.startsWith("<derived") !== true)).toEqual([]);
  });

  test.each([
    ["place.inputs", placeSql.inputs(300).sql, "f"],
    ["issue.childIds", issueSql.childIds(300).sql, "f"],
    ["issue.childrenByIds", issueSql.childrenByIds(300).sql, "f"],
    ["sync.markGoalsOf", syncSql.markGoalsOf(300).sql, "f"],
    ["reading.takeChildren", readingSql.takeChildren(200).sql, "c"],
  ])("%s begins with the facts of its issues", async (_name, sql, facts) => {
    const [select = ""] = /SELECT [^]*?(?= ON DUPLICATE|$)/.exec(sql) ?? [];
    const steps = await stepsOf(select, ids);
    const parts = new Set(steps.map(({ id }) => id));
    const beginnings = [...parts].map((part) => steps.find(({ id }) => id === part)?.table ?? "");
    const read = beginnings.filter((table) => !table.startsWith("<"));
    expect(read).toEqual(read.map(() => facts));
    expect(read).not.toEqual([]);
  });

  test.each([readingSql.containersAt(300), readingSql.withSubTasks(300)])(
    "$name brings texts to ids that are sorted already",
    async ({ sql }) => {
      const steps = await stepsOf(sql, ["1"]);
      const outer = steps.filter(({ id }) => id === steps[0]?.id);
      expect(outer.map(({ table }) => table)).toEqual([expect.stringMatching(/^<derived/), "p"]);
      expect(outer[0]?.Extra).not.toContain("temporary");
    },
  );

  test("the facts of a goal's members are read without a temporary table, which would be on disk for its texts", async () => {
    const steps = await stepsOf(issueSql.byIds(300).sql, ids);
    expect(steps.map(({ table }) => table)).toEqual(["f"]);
    expect(steps[0]?.Extra).not.toContain("temporary");
  });
});
