import { noteChanges } from "../../src/use-cases/note-changes";
import type { Ports } from "../../src/use-cases/ports";
import { createGoal } from "../../src/use-cases/create-goal";
import { goalProgress } from "../../src/use-cases/goal-progress";
import { linkIssue } from "../../src/use-cases/link-issue";
import { readGoal } from "../../src/use-cases/read-goal";
import { findLostChanges } from "../../src/use-cases/sync/find-lost-changes";
import { verifyNumbers } from "../../src/use-cases/sync/verify-numbers";
import { takeInChanges } from "../../src/use-cases/take-in-changes";
import { aDraft, newKey } from "../handlers/app-calls";
import { ana, lee, tenIssueData } from "../handlers/ten-issue-data";
import { openInProcess, type InProcess } from "./in-process";
import { untilDone } from "./killed-after";
import { valueOf } from "./value-of";

let app: InProcess;
let goalId: string;
beforeEach(async () => {
  app = await openInProcess(tenIssueData());
  const goal = aDraft({ owner: lee, rule: "count" });
  ({ goalId } = valueOf(await createGoal(app.as(lee), { key: newKey(), goal })));
  const link = { key: newKey(), goalId, issueKey: "ABC-1", descendants: true };
  valueOf(await linkIssue(app.as(lee), link));
  await app.settle();
});
afterEach(() => app.stop());

const id = (key: string) => app.jira.store.byKey(key)?.id ?? "";
const statusId = (wanted: string) =>
  [...app.jira.store.catalog.statuses.values()].find(({ name }) => name === wanted)?.id ?? "";
const finish = (key: string) => app.jira.transition(id(key), statusId("Done"), ana);
const headline = async () => {
  const { number } = valueOf(await goalProgress(app.as(ana), { goalId })).progress;
  return number.kind === "value" ? number.headline : null;
};
const seen = (key: string, seenAt: Date | null = null) => ({ issueId: id(key), seenAt });

test("one event of one issue costs at most 14 statements until every number is right, what it cost of Jira's points written down", async () => {
  finish("ABC-18");
  app.sql.forgetStatements();
  await app.settle();
  const statements = app.sql.statements();
  expect(await headline()).toBeCloseTo(6 / 8);
  expect(statements.length).toBeLessThanOrEqual(14);
});

describe("several drainers", () => {
  test("at once take in each change once, and the numbers are right", async () => {
    for (const key of ["ABC-15", "ABC-17", "ABC-18"]) finish(key);
    app.loseEvents();
    const all = ["ABC-15", "ABC-17", "ABC-18", "ABC-15"].map((key) => seen(key));
    await noteChanges(app.ports, all);
    await Promise.all([1, 2, 3].map(() => takeInChanges(app.ports)));
    expect(await headline()).toBe(1);
    expect((await app.ports.store.sync.queue()).length).toBe(0);
  });

  test("that are cut off leave their issues to the next after the lease", async () => {
    finish("ABC-18");
    app.boundary.refuseNext("/rest/api/3/issue/bulkfetch", 429, { "Retry-After": "60" });
    await expect(app.settle()).rejects.toMatchObject({ status: 429 });
    await takeInChanges(app.ports);
    expect(await headline()).toBeCloseTo(5 / 8);
    await app.clock.advance(300_000);
    await takeInChanges(app.ports);
    expect(await headline()).toBeCloseTo(6 / 8);
  });
});

test("an issue that Jira gives older than its event told is looked at again", async () => {
  const later = new Date(app.clock.now() + 60_000);
  await noteChanges(app.ports, [seen("ABC-18", later)]);
  await takeInChanges(app.ports);
  expect(await app.ports.store.sync.queue()).toMatchObject({ length: 1, firstFree: null });
  await app.clock.advance(60_000);
  finish("ABC-18");
  app.loseEvents();
  await takeInChanges(app.ports);
  expect(await headline()).toBeCloseTo(6 / 8);
  expect((await app.ports.store.sync.queue()).length).toBe(0);
});

describe("a burst", () => {
  test("of every issue costs no more statements than one event", async () => {
    const keys = Array.from({ length: 17 }, (_, n) => `ABC-${String(11 + n)}`);
    for (const key of keys.slice(0, 10)) finish(key);
    app.loseEvents();
    app.sql.forgetStatements();
    await noteChanges(
      app.ports,
      keys.map((key) => seen(key)),
    );
    await app.settle();
    expect(app.sql.statements().length).toBeLessThanOrEqual(14);
  });

  test("asks the queue once", async () => {
    for (const key of ["ABC-11", "ABC-12", "ABC-11"]) {
      await app.clock.advance(1);
      await noteChanges(app.ports, [seen(key)]);
    }
    const asked = app.jobs().filter(({ kind }) => kind !== "take-in-past");
    expect(asked).toEqual([{ kind: "take-in-changes" }]);
  });

  const many = Array.from({ length: 3000 }, (_, n) => ({
    issueId: String(n + 5001),
    seenAt: null,
  }));

  test("of more than may wait leaves the rest to a search, deletions aside", async () => {
    const { sync, states } = app.ports.store;
    await noteChanges(app.ports, many);
    expect(await states.read("sweep")).toBeNull();
    await noteChanges(app.ports, [seen("ABC-18")]);
    expect((await sync.queue()).length).toBe(3000);
    expect(await states.read("sweep")).not.toBeNull();
    await noteChanges(app.ports, [seen("ABC-18")], { gone: true });
    expect((await sync.queue()).length).toBe(3001);
  });

  test("is noted in two statements an event, however many wait", async () => {
    await noteChanges(app.ports, many.slice(0, 2998));
    await noteChanges(app.ports, [seen("ABC-11")]);
    app.sql.forgetStatements();
    const told = ["ABC-12", "ABC-12", "ABC-13", "ABC-14", "ABC-15"];
    for (const key of told) await noteChanges(app.ports, [seen(key)]);
    const askedForSearch = app.sql
      .statements()
      .filter((sql) => sql.startsWith("INSERT INTO sync_state"));
    expect(askedForSearch).toHaveLength(1);
    expect(app.sql.statements()).toHaveLength(2 * told.length + 1);
  });

  test("that goes on while the search runs asks for another search", async () => {
    const { sync, states } = app.ports.store;
    await noteChanges(app.ports, many);
    await noteChanges(app.ports, [seen("ABC-11")]);
    const duringSearch: Ports = {
      ...app.ports,
      jira: {
        ...app.ports.jira,
        changedSince: async () => {
          await noteChanges(app.ports, [seen("ABC-12")]);
        },
      },
    };
    await findLostChanges(duringSearch);
    expect(await states.read("sweep")).toMatchObject({ value: true });
    await findLostChanges({ ...duringSearch, jira: app.ports.jira });
    expect(await states.read("sweep")).toBeNull();
    expect((await sync.queue()).length).toBe(3000);
  });
});

describe("an invocation that is killed", () => {
  test("at any call leaves the reading of a goal to be gone on with", async () => {
    const goal = aDraft({ owner: lee, rule: "count" });
    const second = valueOf(await createGoal(app.as(lee), { key: newKey(), goal })).goalId;
    const link = { key: newKey(), goalId: second, issueKey: "ABC-1", descendants: true };
    valueOf(await linkIssue(app.as(lee), link));
    const kills = await untilDone(app.ports, (ports) => readGoal(ports, { goalId: second }));
    expect(kills).toBeGreaterThan(10);
    const { number, reading } = valueOf(
      await goalProgress(app.as(ana), { goalId: second }),
    ).progress;
    expect(number).toMatchObject({ kind: "value", headline: 5 / 8 });
    expect(reading).toEqual({ kind: "current" });
    expect(await verifyNumbers(app.ports)).toMatchObject({ repaired: 0 });
  });

  test("before it places what moved leaves the new parent to whoever is told of it again", async () => {
    const { catalog, byKey } = app.jira.store;
    const typeId = [...catalog.types.values()].find(({ name }) => name === "Epic")?.id ?? "";
    const projectId = byKey("ABC-1")?.fields.projectId ?? "";
    const made = { projectId, typeId, summary: "Second epic", parentId: null };
    const second = app.jira.createIssue(made, ana).fields.key;
    valueOf(
      await linkIssue(app.as(lee), { key: newKey(), goalId, issueKey: second, descendants: true }),
    );
    await app.settle();
    expect(await headline()).toBeCloseTo(5 / 9);
    app.jira.editFields(id("ABC-18"), { parentId: id(second) }, ana);
    app.loseEvents();
    await noteChanges(app.ports, [seen("ABC-18")]);
    const markGoalsOf = () => Promise.reject(new Error("killed"));
    const { sync } = app.ports.store;
    const store = { ...app.ports.store, sync: { ...sync, markGoalsOf } };
    await expect(takeInChanges({ ...app.ports, store })).rejects.toThrow("killed");
    await noteChanges(app.ports, [seen("ABC-18")]);
    await takeInChanges(app.ports);
    expect(await headline()).toBeCloseTo(5 / 8);
    expect(await verifyNumbers(app.ports)).toMatchObject({ repaired: 0 });
  });

  test("at any call leaves every change to the next", async () => {
    finish("ABC-18");
    app.jira.editFields(id("ABC-15"), { parentId: null }, ana);
    app.jira.deleteIssue(id("ABC-27"), ana);
    app.loseEvents();
    await noteChanges(app.ports, [seen("ABC-18"), seen("ABC-15"), seen("ABC-20")]);
    await untilDone(app.ports, takeInChanges, () => app.clock.advance(300_000));
    expect(await headline()).toBeCloseTo(6 / 7);
    expect((await app.ports.store.sync.queue()).length).toBe(0);
    expect(await verifyNumbers(app.ports)).toMatchObject({ repaired: 0 });
  });
});
