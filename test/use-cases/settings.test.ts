import type { Answer } from "../../src/contract/answer";
import type { SettingsView } from "../../src/contract/requests";
import { catchUp } from "../../src/use-cases/catch-up";
import { createGoal } from "../../src/use-cases/create-goal";
import { goalProgress } from "../../src/use-cases/goal-progress";
import { linkIssue } from "../../src/use-cases/link-issue";
import { listGoals } from "../../src/use-cases/list-goals";
import { getSettings } from "../../src/use-cases/settings/get-settings";
import { getSyncHealth } from "../../src/use-cases/settings/get-sync-health";
import { readEverything } from "../../src/use-cases/settings/read-everything";
import { saveSettings, siteLogId } from "../../src/use-cases/settings/save-settings";
import { keepRoom } from "../../src/use-cases/sync/keep-room";
import { aDraft, newKey } from "../handlers/app-calls";
import { ana, lee, tenIssueData } from "../handlers/ten-issue-data";
import { openInProcess, type InProcess } from "./in-process";
import { valueOf } from "./value-of";

let app: InProcess;
beforeEach(async () => {
  app = await openInProcess(tenIssueData());
});
afterEach(() => app.stop());

const found = async () => valueOf(await getSettings(app.as(ana)));

async function save(change: Partial<SettingsView>, version?: number) {
  const before = await found();
  const settings = { ...before.settings, ...change };
  const request = { key: newKey(), version: version ?? before.version, settings };
  return saveSettings(app.as(ana), request);
}

const problemOf = (answer: Answer<unknown>) => (answer.ok ? null : answer.problem);

async function epicGoal(rule: "count" | "points" = "count") {
  const goal = aDraft({ owner: lee, rule });
  const { goalId } = valueOf(await createGoal(app.as(lee), { key: newKey(), goal }));
  const link = { key: newKey(), goalId, issueKey: "ABC-1", descendants: true };
  valueOf(await linkIssue(app.as(lee), link));
  await app.settle();
  return goalId;
}

const headlineOf = async (goalId: string) => {
  const { number } = valueOf(await goalProgress(app.as(ana), { goalId })).progress;
  return number.kind === "value" ? number.headline : number.why;
};

test("nobody but an administrator reads or writes the settings", async () => {
  const request = { key: newKey(), version: 0, settings: (await found()).settings };
  expect(problemOf(await getSettings(app.as(lee)))).toEqual({ kind: "not-allowed" });
  expect(problemOf(await saveSettings(app.as(lee), request))).toEqual({ kind: "not-allowed" });
  const again = await readEverything(app.as(lee), { key: newKey() });
  expect(problemOf(again)).toEqual({ kind: "not-allowed" });
});

test("before anybody decides the defaults hold, and the page offers what the site has", async () => {
  const { settings, defaults, version, estimation, resolutions } = await found();
  expect(settings).toEqual(defaults);
  expect(version).toBe(0);
  expect(resolutions).toEqual(expect.arrayContaining(["Done", "Won't Do", "Duplicate"]));
  const points = estimation?.fields.filter((field) => field.found).map(({ name }) => name);
  expect(points).toContain("Story Points");
  expect(estimation?.boards.length).toBeGreaterThan(0);
});

test("a resolution taken off the list counts as done again, and the log keeps who decided", async () => {
  const goalId = await epicGoal();
  expect(await headlineOf(goalId)).toBeCloseTo(5 / 8, 12);
  valueOf(await save({ droppedResolutions: ["Duplicate"] }));
  await app.settle();
  expect(await headlineOf(goalId)).toBeCloseTo(6 / 9, 12);
  const log = await app.ports.store.auditOf(siteLogId);
  expect(log).toMatchObject([{ accountId: ana, action: "change-settings" }]);
});

test("of two administrators the second is told", async () => {
  valueOf(await save({ timeZone: "Europe/Berlin" }));
  expect(problemOf(await save({ timeZone: "Asia/Tokyo" }, 0))).toEqual({
    kind: "changed-meanwhile",
  });
  expect((await found()).settings.timeZone).toBe("Europe/Berlin");
});

test("a time zone that does not exist is refused by its name", async () => {
  expect(problemOf(await save({ timeZone: "Europe/Atlantis" }))).toEqual({
    kind: "invalid-request",
    field: "timeZone",
    detail: "Europe/Atlantis",
  });
});

test("an action sent twice is done once", async () => {
  const request = { key: newKey(), version: 0, settings: (await found()).settings };
  const first = await saveSettings(app.as(ana), request);
  expect(await saveSettings(app.as(ana), request)).toEqual(first);
  expect((await found()).version).toBe(1);
});

test("goals may be kept to administrators", async () => {
  valueOf(await save({ goalMakers: "administrators" }));
  const draft = { key: newKey(), goal: aDraft({ owner: lee }) };
  expect(problemOf(await createGoal(app.as(lee), draft))).toEqual({ kind: "not-allowed" });
  expect(valueOf(await listGoals(app.as(lee), { includeArchived: false })).mayCreate).toBe(false);
  const byAna = { key: newKey(), goal: aDraft({ owner: ana }) };
  expect((await createGoal(app.as(ana), byAna)).ok).toBe(true);
});

test("everything is read again on demand", async () => {
  const goalId = await epicGoal();
  app.loseEvents();
  const asked = valueOf(await readEverything(app.as(ana), { key: newKey() }));
  expect(asked.goals).toBe(1);
  const progress = valueOf(await goalProgress(app.as(ana), { goalId })).progress;
  expect(progress.reading).toEqual({ kind: "queued", pause: null });
  await app.settle();
  expect(await headlineOf(goalId)).toBeCloseTo(5 / 8, 12);
});

describe("the health of the sync", () => {
  test("is for administrators", async () => {
    expect(problemOf(await getSyncHealth(app.as(lee)))).toEqual({ kind: "not-allowed" });
  });

  test("says what waits, what was spent and what is being read", async () => {
    const before = valueOf(await getSyncHealth(app.as(ana)));
    expect(before).toMatchObject({ lastEventAt: null, lastReconciledAt: null, waitingIssues: 0 });
    const goal = aDraft({ owner: lee, rule: "count" });
    const { goalId } = valueOf(await createGoal(app.as(lee), { key: newKey(), goal }));
    const link = { key: newKey(), goalId, issueKey: "ABC-1", descendants: true };
    valueOf(await linkIssue(app.as(lee), link));
    const during = valueOf(await getSyncHealth(app.as(ana)));
    expect(during.readings).toMatchObject([{ goalId, reading: { kind: "queued" } }]);
    await app.settle();
    const after = valueOf(await getSyncHealth(app.as(ana)));
    expect(after).toMatchObject({ waitingIssues: 0, waitingGoals: 0, readings: [] });
    expect(after.points).toMatchObject({ budget: 16_250, people: 0, pause: null });
    expect(after.points.background).toBeGreaterThan(18);
    expect(after.store).toMatchObject({ bytes: null, nearlyFull: false });
  });

  test("says since when the oldest goal waits that no job came to compute", async () => {
    const goalId = await epicGoal();
    await app.ports.store.sync.markGoals([goalId]);
    await catchUp(app.ports);
    const first = new Date(app.clock.now()).toISOString();
    await app.clock.advance(300_000);
    await catchUp(app.ports);
    const waiting = valueOf(await getSyncHealth(app.as(ana)));
    expect(waiting).toMatchObject({ waitingGoals: 1, goalsWaitingSince: first });
    await app.settle();
    await app.ports.store.sync.markGoals([goalId]);
    const anew = valueOf(await getSyncHealth(app.as(ana)));
    expect(anew).toMatchObject({ waitingGoals: 1, goalsWaitingSince: null });
  });

  test("knows how full the store was when it was last measured", async () => {
    await keepRoom(app.ports);
    const { store } = valueOf(await getSyncHealth(app.as(ana)));
    expect(store.bytes).not.toBeNull();
    expect(store.nearlyFull).toBe(false);
  });
});
