import { goalTables } from "../../src/store/tables/goal-tables";
import { historyTables } from "../../src/store/tables/history-tables";
import { issueTables } from "../../src/store/tables/issue-tables";
import { siteTables } from "../../src/store/tables/site-tables";
import { catchUp } from "../../src/use-cases/catch-up";
import { createGoal } from "../../src/use-cases/create-goal";
import { linkIssue } from "../../src/use-cases/link-issue";
import { noteChanges } from "../../src/use-cases/note-changes";
import { refreshDay } from "../../src/use-cases/refresh-day";
import { snapshotDay } from "../../src/use-cases/snapshot-day";
import { keepRoom } from "../../src/use-cases/sync/keep-room";
import { aDraft, newKey } from "../handlers/app-calls";
import { lee, tenIssueData } from "../handlers/ten-issue-data";
import { openInProcess, type InProcess } from "./in-process";
import { valueOf } from "./value-of";

let app: InProcess;
beforeEach(async () => {
  app = await openInProcess(tenIssueData());
});
afterEach(() => app.stop());

/** Whoever installs the app again begins with an empty store (developer.atlassian.com, hosted storage data lifecycle). */
async function uninstall() {
  const tables = { ...goalTables, ...historyTables, ...issueTables, ...siteTables };
  const named = Object.values(tables).flatMap((ddl) => /EXISTS (\w+) \(/.exec(ddl)?.[1] ?? []);
  expect(named.length).toBeGreaterThan(15);
  for (const table of new Set(named)) {
    const { status, body } = await app.sql.ask(`DELETE FROM ${table}`, []);
    if (status !== 200) throw new Error(body);
  }
}

const everySchedule = async () => {
  await snapshotDay(app.ports);
  await keepRoom(app.ports);
  await refreshDay(app.ports);
  await app.ports.queue.push({ kind: "verify" });
  await catchUp(app.ports);
};

test("jobs and schedules that come after the app was uninstalled end, know nothing and read no issue", async () => {
  const goal = aDraft({ owner: lee, rule: "count" });
  const { goalId } = valueOf(await createGoal(app.as(lee), { key: newKey(), goal }));
  const link = { key: newKey(), goalId, issueKey: "ABC-1", descendants: true };
  valueOf(await linkIssue(app.as(lee), link));
  const { queue } = app.ports;
  await queue.push({ kind: "take-in-past", goalId });
  await queue.push({ kind: "take-in-past", goalId: null });
  await queue.push({ kind: "take-in-changes" });
  await queue.push({ kind: "roll-dirty-goals" });
  await queue.push({ kind: "verify" });
  expect(app.jobs().map(({ kind }) => kind)).toContain("read-goal");

  await uninstall();
  app.boundary.forgetRequests();
  await app.settle();
  await app.settlePast();
  for (let check = 0; check < 3; check++) {
    await app.clock.advance(24 * 3_600_000);
    await everySchedule();
    await app.settle();
    await app.settlePast();
  }
  expect(app.jobs()).toEqual([]);
  const asked = app.boundary.requests().map((request) => request.split("/").slice(4).join("/"));
  expect(new Set(asked)).toEqual(new Set(["status", "issuetype", "search/jql"]));
  expect(await app.ports.store.goals.rows({ includeArchived: true })).toEqual([]);
  expect(await app.ports.store.scope.issueCount()).toBe(0);
});

test("an event that was under way when the app was uninstalled leaves nothing behind", async () => {
  expect(await app.ports.store.scope.issueCount()).toBe(0);
  await uninstall();
  await noteChanges(app.ports, [{ issueId: "10001", seenAt: null }]);
  await app.clock.advance(3_600_000);
  await catchUp(app.ports);
  await app.settle();
  await app.settlePast();
  expect(app.jobs()).toEqual([]);
  expect((await app.ports.store.sync.queue()).length).toBe(0);
});
