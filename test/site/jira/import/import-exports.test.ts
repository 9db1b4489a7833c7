import { change, day, exported, jiraWith, line, statusChange } from "../fixture/lines";
import { changelogOf, fieldsOf, keysOf } from "../fixture/read-answer";
import { lastChangeAt } from "./exported-issues";
import { importExports } from "./import-exports";
import { parseIssueLine } from "./issue-line";
import { numberLines } from "./number-lines";

const end = day(31);

it("maps an epic to the parent, a sub-task's parent to the parent, versions, points, sprints and estimates", async () => {
  const { ask } = jiraWith(
    [
      line(1, { type: "Epic", hierarchyLevel: 1 }),
      line(2, {
        epic: "ABC-1",
        storyPoints: 5,
        originalEstimateSec: 3600,
        fixVersions: [{ id: "77", name: "1.0", released: true, releaseDate: "2024-01-20" }],
        sprints: [
          {
            id: 8,
            name: "Sprint 8",
            state: "CLOSED",
            start: day(2),
            end: day(9),
            complete: day(9),
          },
        ],
      }),
      line(3, { type: "Sub-task", subtask: true, hierarchyLevel: -1, parent: "ABC-2" }),
    ],
    end,
  );

  expect(await fieldsOf(ask, "ABC-2")).toMatchObject({
    parent: { key: "ABC-1", fields: { issuetype: { name: "Epic", hierarchyLevel: 1 } } },
    subtasks: [{ key: "ABC-3", fields: { status: { statusCategory: { key: "new" } } } }],
    customfield_10034: 5,
    timeoriginalestimate: 3600,
    fixVersions: [{ id: "77", name: "1.0", released: true, releaseDate: "2024-01-20" }],
    customfield_10020: [{ id: 8, name: "Sprint 8", state: "closed" }],
  });
  expect(await fieldsOf(ask, "ABC-3")).toMatchObject({ parent: { key: "ABC-2" } });
});

it("brings changelog items into the shapes of Jira Cloud", async () => {
  const at = day(10);
  const { ask } = jiraWith(
    [
      line(1, { type: "Epic", hierarchyLevel: 1 }),
      line(2, {
        epic: "ABC-1",
        assignee: "user-00000000cc",
        storyPoints: 8,
        updated: at,
        fixVersions: [{ id: "77", name: "1.0", released: false, releaseDate: null }],
        labels: ["x", "y"],
        originalEstimateSec: 7200,
        changelog: [
          statusChange(at, "In Progress", "To Do"),
          change(at, "Fix Version", [null, "1.0"], [null, "77"]),
          change(at, "Epic Link", [null, "ABC-1"], [null, "1001"]),
          change(at, "Story Points", ["3", "8"]),
          change(at, "labels", ["x", "x y"]),
          change(at, "timeoriginalestimate", ["3600", "7200"], ["3600", "7200"]),
          change(at, "assignee", [null, "user-00000000cc"], [null, "user-00000000cc"]),
          change(at, "Component", ["API", null], ["5", null]),
          change(at, "Workflow", ["old", "new"], ["1", "2"]),
        ],
      }),
    ],
    end,
  );

  const [history, ...others] = await changelogOf(ask, "ABC-2");
  const { assignee } = await fieldsOf(ask, "ABC-2");

  expect(others).toEqual([]);
  expect(history?.created).toBe("2024-01-10T00:00:00.000+0000");
  const parts = ["field", "fieldtype", "fieldId", "from", "fromString", "to", "toString"];
  const rows = (history?.items ?? []).map((item) => {
    const members = new Map(Object.entries(item));
    return parts.map((part) => members.get(part));
  });
  const [, , , , , accountId, name] = rows[6] ?? [];
  expect(rows).toEqual([
    ["status", "jira", "status", "3", "In Progress", "1", "To Do"],
    ["Fix Version", "jira", "fixVersions", null, null, "77", "1.0"],
    ["IssueParentAssociation", "jira", undefined, null, null, "1001", "ABC-1"],
    ["Story Points", "custom", "customfield_10034", null, "3", null, "8"],
    ["labels", "jira", "labels", null, "x", null, "x y"],
    ["timeoriginalestimate", "jira", "timeoriginalestimate", "3600", "3600", "7200", "7200"],
    ["assignee", "jira", "assignee", null, null, accountId, name],
    ["Component", "jira", "components", "10000", "API", null, null],
    ["Workflow", "jira", undefined, "1", "old", "2", "new"],
  ]);
  expect(accountId).toMatch(/^[0-9a-f]{24}$/);
  expect(assignee).toMatchObject({ accountId, displayName: name });
  expect(history?.items[6]).toMatchObject({ tmpFromAccountId: null, tmpToAccountId: accountId });
});

it("keeps issues, versions and statuses of two source sites apart when their ids are the same", async () => {
  const there = {
    site: "other.org",
    project: "XYZ",
    projectName: "Other",
    key: "XYZ-1",
    id: "1001",
  };
  const version = (name: string) => [{ id: "77", name, released: false, releaseDate: null }];
  const { ask } = jiraWith(
    [
      line(1, { fixVersions: version("here") }),
      line(9, { ...there, fixVersions: version("there") }),
    ],
    end,
  );

  expect(await fieldsOf(ask, "ABC-1")).toMatchObject({ fixVersions: [{ id: "77", name: "here" }] });
  expect(await fieldsOf(ask, "XYZ-1")).toMatchObject({ fixVersions: [{ name: "there" }] });
  expect(await keysOf(ask, "fixVersion = there")).toEqual(["XYZ-1"]);
  expect(await keysOf(ask, "fixVersion = 77")).toEqual(["ABC-1"]);
});

it("makes one status of one name, and two where two files disagree on its category", () => {
  const review = line(1, { status: "Review", statusId: "50", statusCategory: "indeterminate" });
  const closed = line(2, { status: "Review", statusId: "50", statusCategory: "done" });
  const { catalog } = importExports([
    { name: "a", lines: [review], statuses: { Review: "indeterminate" } },
    { name: "b", lines: [closed], statuses: { Review: "done" } },
  ]);
  expect([...catalog.statuses.values()].map(({ name, category }) => [name, category])).toEqual([
    ["Review", "indeterminate"],
    ["Review", "done"],
  ]);
});

it("refuses a key or an id that is there twice", () => {
  expect(() => importExports([exported([line(1), line(1, { id: "5" })])])).toThrow(
    "issue ABC-1 is there twice",
  );
  expect(() => importExports([exported([line(1), line(2, { id: "1001" })])])).toThrow(
    "id 1001 of ABC-2 is there twice",
  );
});

it("finds a moved issue under its former key, and in its former project before the move", async () => {
  const moved = line(1, {
    updated: day(10),
    changelog: [
      change(day(10), "project", ["Old", "Alphabet"], ["3", "4"]),
      change(day(10), "Key", ["OLD-7", "ABC-1"]),
    ],
  });
  const before = jiraWith([moved], day(5));
  const after = jiraWith([moved], end);

  expect(await keysOf(before.ask, "project = OLD")).toEqual(["OLD-7"]);
  expect(await keysOf(after.ask, "project = ABC")).toEqual(["ABC-1"]);
  expect(await fieldsOf(after.ask, "OLD-7")).toMatchObject({ project: { key: "ABC" } });
});

it("knows the last instant of the data, a changelog item later than `updated` included", () => {
  const late = line(1, {
    updated: day(10, "12:00:00.000"),
    status: "Done",
    changelog: [statusChange(day(10, "12:00:00.125"), "To Do", "Done")],
  });
  expect(new Date(lastChangeAt([exported([line(2), late])])).toISOString()).toBe(
    day(10, "12:00:00.125"),
  );
});

it("finds statuses, versions and sprints of a line without ids by their names", async () => {
  const { id: _id, statusId: _statusId, ...rest } = line(2, { status: "Done" });
  const version = { name: "1.0", released: false, releaseDate: null };
  const parsed = parseIssueLine({
    ...rest,
    fixVersions: [version],
    sprints: [{ name: "Sprint 1", start: day(3) }],
    changelog: [
      { at: day(5), field: "Fix Version", toString: "1.0" },
      { at: day(5), field: "Sprint", toString: "Sprint 1" },
      { at: day(6), field: "status", fromString: "To Do", toString: "Done" },
    ],
  });
  if (!parsed.ok) throw new Error(parsed.reason);
  const told = line(1, { status: "Done", fixVersions: [{ ...version, id: "7" }] });
  const { ask } = jiraWith(numberLines([[told, parsed.line]])[0] ?? [], end);

  expect(await keysOf(ask, "fixVersion = 1.0 and sprint = 'Sprint 1' and status = Done")).toEqual([
    "ABC-2",
  ]);
  const ids = (await changelogOf(ask, "ABC-2")).flatMap(({ items }) => items.map(({ to }) => to));
  expect(ids).toEqual(["7", "950000000", "6"]);
});
