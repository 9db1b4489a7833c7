import { catchUp } from "../../src/use-cases/catch-up";
import { createGoal } from "../../src/use-cases/create-goal";
import { goalProgress } from "../../src/use-cases/goal-progress";
import { linkIssue } from "../../src/use-cases/link-issue";
import type { Ports } from "../../src/use-cases/ports";
import { rollDirtyGoals } from "../../src/use-cases/roll-goals";
import { getSyncHealth } from "../../src/use-cases/settings/get-sync-health";
import { auditFacts, auditLeft } from "../../src/use-cases/sync/audit-facts";
import { verifyNight } from "../../src/use-cases/sync/verify-night";
import { verifyNumbers } from "../../src/use-cases/sync/verify-numbers";
import { aGoal } from "../build/goal";
import { aDraft, newKey } from "../handlers/app-calls";
import { ana, lee, tenIssueData } from "../handlers/ten-issue-data";
import { openInProcess, type InProcess } from "./in-process";
import { untilDone } from "./killed-after";
import { valueOf } from "./value-of";

const minute = 60_000;
let app: InProcess;
let goalId: string;
beforeEach(async () => {
  app = await openInProcess(tenIssueData());
  const goal = aDraft({ owner: lee, rule: "points" });
  ({ goalId } = valueOf(await createGoal(app.as(lee), { key: newKey(), goal })));
  const link = { key: newKey(), goalId, issueKey: "ABC-1", descendants: true };
  valueOf(await linkIssue(app.as(lee), link));
  await app.settle();
});
afterEach(() => app.stop());

const headline = async () => {
  const { number } = valueOf(await goalProgress(app.as(ana), { goalId })).progress;
  return number.kind === "value" ? number.headline : null;
};
const stored = async () => {
  const rollup = (await app.ports.store.goals.rowById(goalId))?.rollup;
  if (rollup == null) throw new Error("no number");
  return rollup;
};
const sequence = async () => (await app.ports.store.sync.sequencesOf([goalId])).get(goalId) ?? 0;
const leavesOf = () => app.ports.store.scope.leaves(goalId, null, 50);
/** Takes the first Done leaf out of the scope, as nothing but a mistake would. */
const loseDone = async (ports = app.ports) => {
  const lost = (await leavesOf()).find(({ item, dropped }) => item.category === "done" && !dropped);
  const place = { goalId, issueId: lost?.item.id ?? "", stamp: await sequence(), row: null };
  await ports.store.scope.place([place], ports.now());
};
/** Goals without links, computed too. */
const addGoals = async (count: number) => {
  const ids = Array.from({ length: count }, (_, n) => String(Number(goalId) + 1 + n));
  for (const id of ids) {
    await app.ports.store.goals.insert(aGoal({ id, updatedAt: app.ports.now() }));
  }
  await app.ports.store.goals.rebuildClosure();
  await app.ports.store.sync.markGoals(ids);
  await rollDirtyGoals(app.ports);
};
const health = async () => valueOf(await getSyncHealth(app.as(ana))).verification;
const once = () => false;

describe("the verification of all numbers", () => {
  test("finds nothing to repair where all is right", async () => {
    expect(await verifyNumbers(app.ports)).toMatchObject({ goals: 1, repaired: 0, after: null });
  });

  test("puts back what a scope lost, although the number agrees with that scope, and tells of it", async () => {
    const right = await headline();
    await loseDone();
    await app.ports.store.sync.markGoals([goalId]);
    await rollDirtyGoals(app.ports);
    expect(await headline()).not.toBe(right);
    expect(await verifyNumbers(app.ports)).toMatchObject({ goals: 1, repaired: 1 });
    expect(await headline()).toBe(right);
    expect(await verifyNumbers(app.ports)).toMatchObject({ repaired: 0 });
  });

  test("takes out what no link brings", async () => {
    const right = await headline();
    const [row] = await leavesOf();
    if (row === undefined) throw new Error("an empty scope");
    const item = { ...row.item, id: "999999" };
    const place = { goalId, issueId: item.id, stamp: await sequence(), row: { ...row, item } };
    await app.ports.store.scope.place([place], app.ports.now());
    expect(await verifyNumbers(app.ports)).toMatchObject({ repaired: 1 });
    expect(await headline()).toBe(right);
  });

  test.each([
    ["leaves by project", { leavesByProject: { "10000": 99 } }],
    ["spread", { spread: { lowest: 0, highest: 1, dependsOnRule: true } }],
    ["secured leaves", { securedLeaves: { "10000": ["1"] } }],
    ["next settling", { nextSettleAt: new Date("2030-01-01T00:00:00.000Z") }],
  ] as const)("computes a number with wrong %s again and tells of it", async (_name, wrong) => {
    const right = await stored();
    const { put } = app.ports.store.rollups;
    await put({ ...right, ...wrong }, await sequence());
    expect(await verifyNumbers(app.ports)).toMatchObject({ repaired: 1 });
    expect(await stored()).toEqual({ ...right, computedAt: (await stored()).computedAt });
  });

  test("corrects when a leaf settles", async () => {
    const done = (await leavesOf()).find(({ settleAt }) => settleAt !== null);
    if (done === undefined) throw new Error("no Done leaf");
    const row = { ...done, settleAt: new Date("2030-01-01T00:00:00.000Z") };
    const place = { goalId, issueId: row.item.id, stamp: await sequence(), row };
    await app.ports.store.scope.place([place], app.ports.now());
    expect(await verifyNumbers(app.ports)).toMatchObject({ repaired: 1 });
    expect((await leavesOf()).find(({ item }) => item.id === row.item.id)).toEqual(done);
  });

  test("does not take a new settle time of a project for a mistake", async () => {
    const [projectId = ""] = await app.ports.store.projects.ids();
    const [settle] = await app.ports.store.projects.settleTimes([projectId]);
    if (settle === undefined) throw new Error("no settle time");
    const later = { ...settle, days: settle.days + 3, readAt: app.ports.now() };
    await app.ports.store.projects.putSettleTime(later);
    await app.ports.store.scope.settleAnew(projectId, later.days);
    await app.ports.store.sync.markGoalsOfProject(projectId);
    expect(await verifyNumbers(app.ports)).toMatchObject({ goals: 1, repaired: 0 });
  });

  test("does not count what somebody else changes while it looks", async () => {
    await loseDone();
    const { store } = app.ports;
    const rolledById: typeof store.verify.rolledById = async (id) => {
      const rolled = await store.verify.rolledById(id);
      await store.sync.markGoals([id]);
      return rolled;
    };
    const ports: Ports = {
      ...app.ports,
      store: { ...store, verify: { ...store.verify, rolledById } },
    };
    const right = 5 / 17;
    expect(await verifyNumbers(ports)).toMatchObject({ repaired: 0 });
    expect(await headline()).toBeCloseTo(right);
    expect(await verifyNumbers(app.ports)).toMatchObject({ repaired: 0 });
  });

  test("leaves out goals whose links are being read", async () => {
    await loseDone();
    await app.ports.store.rollups.setReading(goalId, { kind: "queued", since: app.ports.now() });
    expect(await verifyNumbers(app.ports)).toMatchObject({ goals: 0, repaired: 0 });
  });

  test("goes on after the last goal that was looked at, and says until then how far it is", async () => {
    await loseDone();
    await addGoals(500);
    const first = await verifyNumbers(app.ports, once);
    expect(first).toMatchObject({ goals: 500, repaired: 1 });
    expect(first.after).not.toBeNull();
    expect(await health()).toMatchObject({ goals: 500, repaired: 1, complete: false });
    expect(await verifyNumbers(app.ports)).toMatchObject({ goals: 501, repaired: 1, after: null });
    expect(await health()).toMatchObject({ goals: 501, repaired: 1, complete: true });
  });

  test("takes few statements for many goals that are right", async () => {
    await addGoals(400);
    app.sql.forgetStatements();
    expect(await verifyNumbers(app.ports)).toMatchObject({ goals: 401, repaired: 0 });
    expect(app.sql.statements().length).toBeLessThanOrEqual(18);
  });
});

describe("the night's work", () => {
  const jobs = () => app.jobs().map(({ kind }) => kind);

  test("ends in right numbers and marks its part of the facts, wherever it is cut off", async () => {
    const right = await headline();
    await loseDone();
    await untilDone(app.ports, verifyNight);
    expect(await headline()).toBe(right);
    expect((await app.ports.store.sync.queue()).length).toBeGreaterThan(10);
    expect(await auditLeft(app.ports)).toBe(0);
    expect(await health()).toMatchObject({ goals: 1, complete: true });
  });

  test("is not done twice because its job is delivered twice", async () => {
    await verifyNight(app.ports);
    const before = await health();
    await app.clock.advance(minute);
    await verifyNight(app.ports);
    expect(await health()).toEqual(before);
    await app.clock.advance(24 * 60 * minute);
    await verifyNight(app.ports);
    expect(await health()).not.toEqual(before);
  });

  test("is asked for again within the hour when the job for its rest got lost", async () => {
    await addGoals(500);
    await verifyNumbers(app.ports, once);
    await catchUp(app.ports);
    expect(jobs()).not.toContain("verify");
    await app.clock.advance(61 * minute);
    await catchUp(app.ports);
    expect(jobs()).toContain("verify");
    await app.settle();
    expect(await health()).toMatchObject({ goals: 501, complete: true });
  });

  test("asks for its rest when it has run for a while", async () => {
    await addGoals(500);
    const { store } = app.ports;
    const rolledAfter: typeof store.verify.rolledAfter = async (after, most) => {
      await app.clock.advance(2 * minute);
      return store.verify.rolledAfter(after, most);
    };
    const ports: Ports = {
      ...app.ports,
      store: { ...store, verify: { ...store.verify, rolledAfter } },
    };
    await verifyNight(ports);
    expect(jobs()).toContain("verify");
    expect(await health()).toMatchObject({ complete: false });
  });

  test("reads the facts part by part, and begins anew at the end", async () => {
    const waiting = async () => (await app.ports.store.sync.queue()).length;
    await auditFacts(app.ports);
    const all = await waiting();
    await app.settle();
    expect(await waiting()).toBe(0);
    await auditFacts(app.ports);
    expect(await waiting()).toBe(all);
  });
});
