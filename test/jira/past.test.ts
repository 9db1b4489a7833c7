import { createJiraPast } from "../../src/jira/past";
import type { ChangeWish } from "../../src/use-cases/history-ports";
import { ana, now, tenIssueData } from "../handlers/ten-issue-data";
import { createClock } from "../site/clock";
import { createJira as createLocalJira, type LocalJira } from "../site/jira/create-jira";
import { change, day, line, statusChange, statuses } from "../site/jira/fixture/lines";
import { loadConformance } from "../site/jira/openapi/conformance";
import { answerJira, type JiraBoundary } from "../use-cases/jira-boundary";

const conformance = loadConformance();
let jira: LocalJira;
let boundary: JiraBoundary;

function open(lines: readonly ReturnType<typeof line>[]) {
  jira = createLocalJira({
    clock: createClock(now, 0),
    exports: [{ name: "past", lines, statuses }],
    users: tenIssueData().users,
    conformance,
    securityLevelOf: (key) => (key === "ABC-2" ? "Secret" : null),
  });
  boundary = answerJira(jira);
  boundary.signIn(ana);
}
afterEach(() => {
  expect(jira.faults).toEqual([]);
  boundary.close();
  jira.stop();
});

const past = () => createJiraPast(1, () => new Date(now));
const id = (key: string) => jira.store.byKey(key)?.id ?? "";
const projectId = () => jira.store.byKey("ABC-1")?.fields.projectId ?? "";
const keysOf = (ids: readonly string[]) =>
  ids.map((each) => jira.store.byId(each)?.fields.key).toSorted();

const epic = line(1, { type: "Epic", hierarchyLevel: 1 });

test("a history is the issue as it stands, and every change of what replay knows, oldest first", async () => {
  const changelog = [
    change(day(2), "Story Points", ["", "3"]),
    change(day(3), "IssueParentAssociation", [null, "ABC-1"], [null, "1001"]),
    change(day(3), "assignee", [null, "Bob"]),
    change(day(4), "labels", ["", "a b"]),
    statusChange(day(5), "To Do", "Done"),
  ];
  const done = line(2, {
    status: "Done",
    epic: "ABC-1",
    storyPoints: 3,
    labels: ["a", "b"],
    fixVersions: [{ id: "77", name: "1.0", released: false, releaseDate: null }],
    components: ["core"],
    changelog,
    updated: day(5),
  });
  open([epic, done]);
  const [read, ...rest] = await past().histories([id("ABC-2"), "999999", id("ABC-2")]);
  expect(rest).toEqual([]);
  expect(read).toMatchObject({ projectKey: "ABC", secured: true, updatedAt: new Date(day(5)) });
  expect(read?.history).toMatchObject({
    id: id("ABC-2"),
    createdAt: new Date(day(1)),
    doneSince: new Date(day(5)),
    present: {
      status: { name: "Done" },
      points: 3,
      parentId: id("ABC-1"),
      fixVersions: [{ name: "1.0" }],
      components: [{ name: "core" }],
      labels: ["a", "b"],
      key: "ABC-2",
      projectId: projectId(),
    },
  });
  expect(read?.history.changes).toMatchObject([
    { at: new Date(day(2)), field: "points", fromText: "", toText: "3" },
    { field: "parent", from: null, to: id("ABC-1"), toText: "ABC-1" },
    { field: "labels", toText: "a b" },
    { at: new Date(day(5)), field: "status", fromText: "To Do", toText: "Done" },
  ]);
});

test("changelogs longer than a page are read whole", async () => {
  const flips = Array.from({ length: 600 }, (_, n) => {
    const at = new Date(Date.parse(day(2)) + n * 60_000).toISOString();
    return n % 2 === 0 ? statusChange(at, "To Do", "Done") : statusChange(at, "Done", "To Do");
  });
  const lines = [1, 2].map((n) => line(n, { changelog: flips, updated: day(9) }));
  open(lines);
  const read = await past().histories([id("ABC-1"), id("ABC-2")]);
  expect(read.map(({ history }) => history.changes.length)).toEqual([600, 600]);
});

describe("what changed", () => {
  const wishes = (...all: readonly ChangeWish[]) => past().changedIn([projectId()], all);
  beforeEach(() => {
    open([
      epic,
      line(2, {
        changelog: [change(day(2), "Fix Version", ["1.0", null])],
        updated: day(2),
      }),
      line(3, {
        changelog: [change(day(2), "Fix Version", ["2.0", null])],
        updated: day(2),
      }),
      line(4, {
        changelog: [change(day(2), "IssueParentAssociation", ["ABC-1", null], ["1001", null])],
        updated: day(2),
      }),
      line(5, { changelog: [statusChange(day(2), "Done", "To Do")], updated: day(2) }),
      line(6, { changelog: [change(day(2), "labels", ["a big-one", "a"])], updated: day(2) }),
    ]);
  });

  test("is found by field, and by what it was changed from", async () => {
    expect(keysOf(await wishes({ field: "fix-version", values: null }))).toEqual([
      "ABC-2",
      "ABC-3",
    ]);
    expect(keysOf(await wishes({ field: "fix-version", values: ["1.0"] }))).toEqual(["ABC-2"]);
    expect(keysOf(await wishes({ field: "labels", values: ["Big-One"] }))).toEqual(["ABC-6"]);
    expect(keysOf(await wishes({ field: "fix-version", values: ["3.0"] }))).toEqual([]);
  });

  test("is found for a parent too, whose items have no field id", async () => {
    const below = { field: "parent", values: [id("ABC-1")] } as const;
    expect(keysOf(await wishes(below))).toEqual(["ABC-4"]);
    const either = await wishes(below, { field: "status", values: ["done"] });
    expect(keysOf(either)).toEqual(["ABC-4", "ABC-5"]);
  });

  test("costs one search where JQL knows the past, else a search and a request for a thousand issues", async () => {
    await wishes({ field: "fix-version", values: null });
    const first = ["GET /rest/api/3/field", "POST /rest/api/3/search/jql"];
    expect(boundary.requests()).toEqual(first);
    boundary.forgetRequests();
    await wishes({ field: "labels", values: null });
    expect(boundary.requests()).toEqual([...first, "POST /rest/api/3/changelog/bulkfetch"]);
  });

  test("is found in the changelogs where Jira no longer knows a value", async () => {
    const found = await wishes(
      { field: "fix-version", values: ["1.0", "renamed"] },
      { field: "labels", values: ["big-one"] },
    );
    expect(keysOf(found)).toEqual(["ABC-2", "ABC-6"]);
  });
});

test("the words of the site are its statuses and types of today", async () => {
  open([epic, line(2, { status: "Done" })]);
  const { statuses: said, types, readAt } = await past().vocabulary();
  expect(readAt).toEqual(new Date(now));
  expect(said).toContainEqual({ id: "6", name: "Done", category: "done" });
  expect(types.map(({ name, level }) => [name, level])).toEqual(
    expect.arrayContaining([
      ["Epic", 1],
      ["Story", 0],
    ]),
  );
});

test("samples of the past hold what was created by then, to the millisecond", async () => {
  const at = (time: string) => day(10, time);
  open([
    { ...epic, created: day(3) },
    line(2, { type: "Epic", hierarchyLevel: 1, created: day(11) }),
    line(3, { epic: "ABC-1", storyPoints: 2, created: at("12:00:00.000") }),
    line(4, { storyPoints: 3, created: at("12:00:00.001") }),
    line(5, { created: day(2) }),
    line(6, { type: "Sub-task", subtask: true, hierarchyLevel: -1, parent: "ABC-3" }),
  ]);
  const noon = new Date(at("12:00:00.000"));
  const sized = await past().sizedBy(projectId(), noon);
  expect(sized.map(({ history }) => history.present.key)).toEqual(["ABC-3"]);
  const containers = await past().containersBy(projectId(), noon);
  expect(containers.map(({ history }) => history.present.key)).toEqual(["ABC-1", "ABC-3", "ABC-6"]);
});
