import type { Ports, RefreshJob } from "../../src/use-cases/ports";
import { linkIssue } from "../../src/use-cases/link-issue";
import { readGoal } from "../../src/use-cases/read-goal";
import { recomputeGoal } from "../../src/use-cases/recompute-goal";
import { verifyNumbers } from "../../src/use-cases/sync/verify-numbers";
import { newKey } from "../handlers/app-calls";
import { ana, lee, tenIssueData } from "../handlers/ten-issue-data";
import type { InProcess } from "./in-process";
import { untilDone } from "./killed-after";
import { linkedGoals, openPrepared } from "./linked-goals";
import { valueOf } from "./value-of";

const bulkFetch = "POST /rest/api/3/issue/bulkfetch";
let app: InProcess;
let lees: ReturnType<typeof linkedGoals>;
beforeEach(async () => {
  app = await openPrepared(tenIssueData());
  lees = linkedGoals(app);
});
afterEach(() => app.stop());

const id = (key: string) => app.jira.store.byKey(key)?.id ?? "";

describe("several goals", () => {
  test("that share an epic are read by one job", async () => {
    const whole = await lees.goalOf(["ABC-1"]);
    const part = await lees.goalOf(["ABC-12", "ABC-1"]);
    await readGoal(app.ports, { goalId: whole });
    expect((await lees.progressOf(part)).reading).toEqual({ kind: "current" });
    expect(await lees.keysOf(part)).toEqual(await lees.keysOf(whole));
    expect(await lees.requestsOf(app.settle)).toEqual([]);
  });

  test("whose job is killed at any call are gone on with to the right scopes", async () => {
    const whole = await lees.goalOf(["ABC-1"]);
    const part = await lees.goalOf(["ABC-12"], false);
    await lees.rule(part, "key in (ABC-15, ABC-20)", true);
    const kills = await untilDone(app.ports, (ports) => readGoal(ports, { goalId: part }));
    expect(kills).toBeGreaterThan(10);
    expect((await lees.progressOf(whole)).number).toMatchObject({ kind: "value", headline: 5 / 8 });
    expect(await lees.keysOf(part)).toEqual(["ABC-12", "ABC-15", "ABC-20"]);
    expect((await lees.progressOf(whole)).reading).toEqual({ kind: "current" });
    expect((await lees.progressOf(part)).reading).toEqual({ kind: "current" });
    expect(await verifyNumbers(app.ports)).toMatchObject({ repaired: 0 });
  });

  test("are read once however many jobs come at the same time", async () => {
    const goals = [await lees.goalOf(["ABC-1"]), await lees.goalOf(["ABC-11", "ABC-12"])];
    await Promise.all([...goals, ...goals].map((goalId) => readGoal(app.ports, { goalId })));
    await app.settle();
    for (const goalId of goals) {
      expect((await lees.progressOf(goalId)).reading).toEqual({ kind: "current" });
    }
    expect((await lees.progressOf(goals[0] ?? "")).number).toMatchObject({ headline: 5 / 8 });
    expect(await lees.keysOf(goals[1] ?? "")).toEqual(["ABC-11", "ABC-12"]);
    expect(await verifyNumbers(app.ports)).toMatchObject({ repaired: 0 });
  });

  test("do not wait for one that cannot be read", async () => {
    const bad = await lees.goal();
    await lees.rule(bad, "key = ABC-11");
    const good = await lees.goalOf(["ABC-1"]);
    const { jira } = app.ports;
    const pageByJql = () => Promise.reject(new Error("Jira always fails here"));
    const failing: Ports = { ...app.ports, jira: { ...jira, pageByJql } };
    for (let job = 0; job < 12; job += 1) {
      await readGoal(failing, { goalId: good }).catch(() => undefined);
    }
    expect((await lees.progressOf(good)).reading).toEqual({ kind: "current" });
    expect((await lees.progressOf(good)).number).toMatchObject({ kind: "value", headline: 5 / 8 });
    expect((await lees.progressOf(bad)).reading).toMatchObject({ kind: "reading" });
    await readGoal(app.ports, { goalId: bad });
    expect((await lees.progressOf(bad)).reading).toEqual({ kind: "current" });
    expect(await lees.keysOf(bad)).toEqual(["ABC-11"]);
  });

  test("that Jira sends away are handed on by a job whose own goal is read", async () => {
    const first = await lees.goalOf(["ABC-1"]);
    let second = "";
    const issuesById = async (ids: readonly string[]) => {
      if (second === "") {
        second = await lees.goal();
        await lees.rule(second, "key = ABC-11");
      }
      return app.ports.jira.issuesById(ids);
    };
    const busy = Object.assign(new Error("Jira is busy"), { retryAfterSeconds: 60 });
    const jira = { ...app.ports.jira, issuesById, pageByJql: () => Promise.reject(busy) };
    const pushed: RefreshJob[] = [];
    const push = (job: RefreshJob) => Promise.resolve(void pushed.push(job));
    const job = readGoal({ ...app.ports, jira, queue: { push } }, { goalId: first });
    await expect(job).rejects.toThrow("Jira is busy");
    await readGoal(app.ports, { goalId: first });
    expect((await lees.progressOf(second)).reading).toMatchObject({ kind: "reading" });
    const handedOn = pushed.filter(({ kind }) => kind === "read-goal");
    expect(handedOn).toEqual([{ kind: "read-goal", goalId: second }]);
    await readGoal(app.ports, { goalId: second });
    expect((await lees.progressOf(second)).reading).toEqual({ kind: "current" });
    expect(await lees.keysOf(second)).toEqual(["ABC-11"]);
  });

  test("that take long are handed on to another job", async () => {
    const goalId = await lees.goalOf(["ABC-1"]);
    await app.settle();
    await app.clock.advance(1000);
    valueOf(await recomputeGoal(app.as(lee), { goalId }));
    let asked = 0;
    const slow = () => new Date(app.clock.now() + (asked += 1) * 60_000);
    await readGoal({ ...app.ports, now: slow }, { goalId });
    expect((await lees.progressOf(goalId)).reading).toMatchObject({ kind: "reading" });
    await app.settle();
    expect((await lees.progressOf(goalId)).reading).toEqual({ kind: "current" });
    expect(await lees.keysOf(goalId)).toHaveLength(10);
  });
});

describe("several rules", () => {
  const search = "POST /rest/api/3/search/jql";
  const jqls = ["key = ABC-11", "key in (ABC-11, ABC-12)", "key = ABC-13", "key = ABC-15"];
  async function goalOfRules(rules: readonly string[]) {
    const goalIds: string[] = [];
    for (const jql of rules) {
      const goalId = await lees.goal();
      await lees.rule(goalId, jql);
      goalIds.push(goalId);
    }
    return goalIds;
  }

  const scopesOf = (goalIds: readonly string[]) => Promise.all(goalIds.map(lees.keysOf));

  test("are searched as one, and each goal gets what its own rule matches", async () => {
    const goals = await goalOfRules([...jqls, "key = ABC-16 ORDER BY created"]);
    const requests = await lees.requestsOf(app.settle);
    const scopes = [["ABC-11"], ["ABC-11", "ABC-12"], ["ABC-13"], ["ABC-15"], ["ABC-16"]];
    expect(await scopesOf(goals)).toEqual(scopes);
    expect(requests.filter((request) => request === search)).toHaveLength(2);
    expect(requests.filter((request) => request === bulkFetch)).toHaveLength(1);
  });

  test("of which Jira refuses one bring what the others match", async () => {
    const goals = await goalOfRules(jqls);
    await app.settle();
    app.jira.deleteIssue(id("ABC-13"), ana);
    app.loseEvents();
    await app.clock.advance(1000);
    for (const goalId of goals) valueOf(await recomputeGoal(app.as(lee), { goalId }));
    await app.settle();
    const readings = await Promise.all(goals.map(lees.progressOf));
    expect(readings.map(({ reading }) => reading.kind)).toEqual([
      "current",
      "current",
      "broken",
      "current",
    ]);
    expect(await lees.keysOf(goals[1] ?? "")).toEqual(["ABC-11", "ABC-12"]);
  });

  test("are refused each by itself where only together they make a query", async () => {
    const [first = ""] = await goalOfRules(jqls);
    const half = { id: "900001", goalId: first, descendants: false, createdBy: lee };
    const made = { createdAt: app.ports.now(), readAt: null, broken: null };
    const jql = "key = ABC-17) OR (key = ABC-18";
    await app.ports.store.links.insert([{ ...half, ...made, kind: "rule", jql }]);
    await app.settle();
    expect((await lees.progressOf(first)).reading.kind).toBe("broken");
    expect(await lees.keysOf(first)).toEqual(["ABC-11"]);
  });
});

describe("a goal", () => {
  test("with a link whose issue is hidden counts the others, and that issue when it comes back", async () => {
    app.boundary.hideFromApp([id("ABC-12")]);
    const goalId = await lees.goalOf(["ABC-11", "ABC-12", "ABC-18"]);
    await app.settle();
    expect(await lees.keysOf(goalId)).toEqual(["ABC-11", "ABC-18"]);
    expect((await lees.progressOf(goalId)).reading).toEqual({ kind: "current" });
    app.boundary.hideFromApp([]);
    app.jira.editFields(id("ABC-12"), { summary: "Back" }, ana);
    await app.settle();
    expect(await lees.keysOf(goalId)).toEqual(["ABC-11", "ABC-12", "ABC-18"]);
  });

  test("with a rule that Jira refuses keeps its members beside what good links bring now", async () => {
    const goalId = await lees.goalOf(["ABC-12", "ABC-18"]);
    await lees.rule(goalId, "key in (ABC-11, ABC-17)");
    await app.settle();
    expect(await lees.keysOf(goalId)).toEqual(["ABC-11", "ABC-12", "ABC-17", "ABC-18"]);
    app.jira.deleteIssue(id("ABC-17"), ana);
    app.jira.deleteIssue(id("ABC-18"), ana);
    app.loseEvents();
    await app.clock.advance(1000);
    valueOf(await recomputeGoal(app.as(lee), { goalId }));
    await app.settle();
    expect(await lees.keysOf(goalId)).toEqual(expect.arrayContaining(["ABC-11", "ABC-12"]));
    expect(await lees.keysOf(goalId)).not.toContain("ABC-18");
    expect((await lees.progressOf(goalId)).reading.kind).toBe("broken");
  });

  test("that is read while a child has moved away without an event leaves no trace of it elsewhere", async () => {
    const from = await lees.goalOf(["ABC-18"], false);
    const epicGoal = await lees.goalOf(["ABC-1"]);
    await app.settle();
    app.jira.editFields(id("ABC-27"), { parentId: id("ABC-18") }, ana);
    app.loseEvents();
    await app.clock.advance(1000);
    valueOf(await recomputeGoal(app.as(lee), { goalId: from }));
    await lees.rule(from, "key = ABC-27");
    await app.settle();
    expect((await lees.progressOf(epicGoal)).classes?.claimed.count).toBe(0);
    expect(await verifyNumbers(app.ports)).toMatchObject({ repaired: 0 });
  });

  test("linked to a single issue reads that issue alone", async () => {
    const goalId = await lees.goal();
    const request = { key: newKey(), goalId, issueKey: "ABC-18", descendants: true };
    valueOf(await linkIssue(app.as(lee), request));
    const requests = await lees.requestsOf(app.settle);
    expect(requests.filter((request) => request === bulkFetch)).toHaveLength(1);
    expect(await lees.keysOf(goalId)).toEqual(["ABC-18"]);
  });
});
