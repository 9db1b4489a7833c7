import { addMinutes } from "date-fns";
import * as z from "zod/mini";
import { drainSql } from "../../src/store/sql/drain-sql";
import { createStore } from "../../src/store/store";
import { aGoal, anIssueLink } from "../build/goal";
import { aReadIssue } from "../build/read-issue";
import { enginesHere } from "../site/platform/sql/engines-here";
import { openSqlBoundary, type SqlBoundary } from "./sql-boundary";

jest.setTimeout(60_000);

const now = new Date("2026-03-16T12:00:00Z");
const plan = z.object({
  rows: z.array(z.object({ id: z.nullable(z.number()), table: z.nullable(z.string()) })),
});

(enginesHere.includes("mariadb") ? describe : describe.skip)("on MariaDB", () => {
  let boundary: SqlBoundary;
  beforeAll(async () => {
    boundary = await openSqlBoundary("mariadb");
  });
  afterAll(() => boundary.stop());

  test("a drain begins with the issues of its lease in every part, though the engine takes all tables for smaller", async () => {
    const store = createStore();
    const ids = Array.from({ length: 400 }, (_, n) => String(1001 + n));
    const link = anIssueLink({ id: "301", goalId: "300", issueId: "1000" });
    await store.goals.insert(aGoal({ id: "300" }));
    await store.links.insert([link]);
    await store.scope.putIssues(
      ids.map((id) => aReadIssue({ id, parentId: "1000" })),
      now,
    );
    await store.scope.addMemberships(ids.map((issueId) => ({ link, issueId })));
    await store.sync.mark(
      ids.map((issueId) => ({ issueId, seenAt: null })),
      { at: now },
    );
    await store.sync.claim({ lease: "77", now, until: addMinutes(now, 5), limit: 400 });
    const sql = drainSql.begin.sql.replaceAll("lease = ?", "lease = 77").replaceAll("?", "0");
    const { body } = await boundary.ask(`EXPLAIN ${sql}`, []);
    const steps = z.parse(plan, JSON.parse(body)).rows;
    /** The table with which each part begins that reads this one. */
    const beginningsWith = (read: string) =>
      steps
        .filter(({ table }) => table === read)
        .map((step) => steps.find(({ id }) => id === step.id)?.table);
    expect(beginningsWith("m")).toEqual([expect.stringMatching(/^<derived/)]);
    expect(beginningsWith("d")).toEqual(["d", "d", "d", "d"]);
  });
});
