import { createGoal } from "../../src/use-cases/create-goal";
import { findPastMembers } from "../../src/use-cases/find-past-members";
import { linkIssue } from "../../src/use-cases/link-issue";
import { linkRule } from "../../src/use-cases/link-rule";
import { snapshotDay } from "../../src/use-cases/snapshot-day";
import { readHistories } from "../../src/use-cases/read-histories";
import { aDraft, newKey } from "../handlers/app-calls";
import { ana, tenIssueData } from "../handlers/ten-issue-data";
import { change, day, line, statuses } from "../site/jira/fixture/lines";
import { openInProcess, type InProcess } from "./in-process";
import { valueOf } from "./value-of";

const fetchPath = "/rest/api/3/issue/bulkfetch";
const changelogPath = "/rest/api/3/changelog/bulkfetch";
const version = { id: "77", name: "1.0", released: false, releaseDate: null };
const left = (field: string, from: string, fromId: string) => ({
  changelog: [change(day(3), field, [from, null], [fromId, null])],
  updated: day(3),
});

/** Stories 2 and 3 are below the epic, 3 in version 1.0; 4 was below it once, with its sub-task 5; 6 was in 1.0. */
const lines = [
  line(1, { type: "Epic", hierarchyLevel: 1 }),
  line(2, { epic: "ABC-1" }),
  line(3, { epic: "ABC-1", fixVersions: [version] }),
  line(4, { subtasks: ["ABC-5"], ...left("IssueParentAssociation", "ABC-1", "1001") }),
  line(5, { type: "Sub-task", subtask: true, hierarchyLevel: -1, parent: "ABC-4" }),
  line(6, left("Fix Version", "1.0", "77")),
  line(7, left("Fix Version", "2.0", "78")),
];

let app: InProcess;
let goalId: string;
beforeEach(async () => {
  app = await openInProcess({ ...tenIssueData(), exports: [{ name: "past", lines, statuses }] });
  const draft = { key: newKey(), goal: aDraft({ owner: ana, rule: "count" }) };
  ({ goalId } = valueOf(await createGoal(app.as(ana), draft)));
});
afterEach(() => app.stop());

async function linkEpic() {
  const request = { key: newKey(), goalId, issueKey: "ABC-1", descendants: true };
  valueOf(await linkIssue(app.as(ana), request));
  await app.settle();
}

async function linkVersion() {
  const request = { key: newKey(), goalId, jql: 'fixVersion = "1.0"', descendants: false };
  valueOf(await linkRule(app.as(ana), request));
  await app.settle();
}

const knownKeys = async () =>
  (await app.ports.store.histories.ofGoal(goalId))
    .map(({ history }) => history.present.key)
    .toSorted();
const requestsTo = (path: string) =>
  app.boundary.requests().filter((request) => request.endsWith(path)).length;

test("the past of a goal is read once, and again what has changed", async () => {
  await linkEpic();
  await readHistories(app.ports, goalId);
  expect(await knownKeys()).toEqual(expect.arrayContaining(["ABC-1", "ABC-2", "ABC-3"]));
  app.boundary.forgetRequests();
  await readHistories(app.ports, goalId);
  expect(app.boundary.requests()).toEqual([]);
  await app.clock.advance(1000);
  app.jira.editFields(app.jira.store.byKey("ABC-2")?.id ?? "", { storyPoints: 5 }, ana);
  await app.settle();
  await readHistories(app.ports, goalId);
  const known = await app.ports.store.histories.ofGoal(goalId);
  const edited = known.find(({ history }) => history.present.key === "ABC-2");
  expect(edited?.history.changes).toMatchObject([{ field: "points", toText: "5" }]);
});

test("the words of the site are read again after a day", async () => {
  await readHistories(app.ports, goalId);
  app.boundary.forgetRequests();
  await readHistories(app.ports, goalId);
  expect(app.boundary.requests()).toEqual([]);
  await app.clock.advance(86_400_001);
  await readHistories(app.ports, goalId);
  expect(app.boundary.requests()).toEqual(["GET /rest/api/3/status", "GET /rest/api/3/issuetype"]);
});

test("what left an epic before anybody looked is found, with what is below it", async () => {
  await linkEpic();
  await findPastMembers(app.ports, goalId);
  expect(await knownKeys()).toEqual(["ABC-1", "ABC-2", "ABC-3", "ABC-4", "ABC-5"]);
});

test("what left a rule is found by what the rule asks for", async () => {
  await linkVersion();
  await findPastMembers(app.ports, goalId);
  expect(await knownKeys()).toEqual(["ABC-3", "ABC-6"]);
});

test("each link is looked after once, also when the first time was cut off", async () => {
  await linkVersion();
  app.boundary.refuseNext(fetchPath, 429, { "Retry-After": "60" });
  await expect(findPastMembers(app.ports, goalId)).rejects.toMatchObject({ status: 429 });
  await findPastMembers(app.ports, goalId);
  app.boundary.forgetRequests();
  await findPastMembers(app.ports, goalId);
  expect(app.boundary.requests()).toEqual([]);
  await linkEpic();
  app.boundary.forgetRequests();
  await findPastMembers(app.ports, goalId);
  expect(requestsTo(changelogPath)).toBeGreaterThan(0);
  expect(await knownKeys()).toContain("ABC-4");
});

test("what Jira does not give is asked for once", async () => {
  await linkVersion();
  await app.ports.store.histories.addPastMembers(goalId, ["999999"]);
  await readHistories(app.ports, goalId);
  expect(await knownKeys()).toEqual(["ABC-3"]);
  app.boundary.forgetRequests();
  await readHistories(app.ports, goalId);
  expect(requestsTo(fetchPath)).toBe(0);
});

test("the day is that of the site's time zone, and is kept once", async () => {
  await linkEpic();
  const { settings, version: decided } = await app.ports.store.decidedSettings.decided();
  const east = { settings: { ...settings, timeZone: "Pacific/Kiritimati" }, version: decided };
  await app.ports.store.decidedSettings.decide(east, app.ports.now());
  await snapshotDay(app.ports);
  await snapshotDay(app.ports);
  const inEast = new Date(app.ports.now().getTime() + 14 * 3_600_000).toISOString().slice(0, 10);
  const days = await app.ports.store.days.of(goalId, "2000-01-01", "2100-01-01");
  expect(days.map((each) => each.day)).toEqual([inEast]);
});
