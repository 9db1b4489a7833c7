import { admin, day, jiraWith, line, member } from "../fixture/lines";
import { keysOf, messagesOf } from "../fixture/read-answer";
import { ask } from "../fixture/searchable";

it.each([
  ["project = ABC", "1 2 3 4 5"],
  ["project = abc and type = epic", "1"],
  ['project = "The rest"', "X"],
  ["project in (10000, XYZ)", "1 2 3 4 5 X"],
  ["project != ABC", "X"],
  ["issuetype in (Bug, Epic)", "1 5"],
  ["issuetype in subTaskIssueTypes()", "4"],
  ['status in ("To Do", "In Progress") and project = ABC', "1 3 4 5"],
  ["statusCategory = Done", "2"],
  ['statusCategory = "In Progress"', "3"],
  ["statusCategory = indeterminate", "3"],
  ["statusCategory != new", "2 3"],
  ["resolution = Unresolved and project = ABC", "1 3 4 5"],
  ["resolution is EMPTY and project = ABC", "1 3 4 5"],
  ["resolution = fixed", "2"],
  ["priority >= High", "2"],
  ["priority < Medium", "5"],
  ["parent = ABC-1", "2 3"],
  ["parent in (1001, ABC-2)", "2 3 4"],
  ['"Epic Link" = ABC-1', "2 3"],
  ["parentEpic = ABC-1", "2 3 4"],
  ["parent is EMPTY and project = ABC", "1 5"],
  ["parent is not EMPTY", "2 3 4"],
  ["key in (ABC-2, abc-3)", "2 3"],
  ["issuekey = ABC-5", "5"],
  ["id in (1002, 1003)", "2 3"],
  ["id >= 1004", "4 5 X"],
  ["key > ABC-3", "4 5"],
  ["fixVersion = 2.0", "3 X"],
  ["fixVersion = 8", "3"],
  ["fixVersion in unreleasedVersions(ABC)", "2 3"],
  ["fixVersion is EMPTY and project = ABC", "1 4 5"],
  ['component = "API"', "3"],
  ["labels = BETA", "2"],
  ["labels in (nothing, speed)", "2"],
  ["sprint = 1", "2"],
  ['sprint = "Sprint 2"', "3"],
  ["sprint in openSprints()", "3"],
  ["sprint in closedSprints()", "2"],
  ["sprint in futureSprints()", ""],
  ["cf[10034] > 3", "2"],
  ['"Story Points" = 0', "3"],
  ['"story points" is EMPTY and project = ABC', "1 4 5"],
  ["originalEstimate >= 4h", "2"],
  ["originalEstimate < 300", "2"],
  ['created >= "2024-01-05"', "4 5 X"],
  ['created < "2024/01/03 12:00" ', "1 2"],
  ["created >= -1d", "5"],
  ["created >= startOfDay(-1)", "5"],
  ["created >= startOfMonth() and created <= endOfWeek(-3w)", "1 2 3 4 X"],
  [`updated >= ${String(Date.parse(day(20)))}`, "2 5"],
  [`updated = ${String(Date.parse(day(20)))}`, "2"],
  ["resolved >= -12d", "2"],
  ["statusCategoryChangedDate <= -25d and project = ABC", "1 2 3 4"],
  ['due <= "2024-01-25"', "3"],
  ["due < now() and due is not EMPTY", "3"],
  ["due < startOfDay(-6)", ""],
  ['summary ~ "index"', "2 4"],
  ['summary ~ "index*"', "2 3 4"],
  ['summary ~ "index words"', "2"],
  ['summary ~ "\\"words index\\""', ""],
  ['summary ~ "\\"in the\\""', "2 3"],
  ['text ~ "story" and project = ABC', "5"],
  ['summary !~ "index*" and project = ABC', "1 5"],
  ["level = Secret", "5"],
  ["reporter = currentUser()", ""],
  ["not (project = ABC or parent is not EMPTY)", "X"],
  ["(type = Epic or type = Bug) and created > -2d", "5"],
])("finds by %s", async (jql, expected) => {
  const keys = expected
    .split(" ")
    .filter((each) => each !== "")
    .map((each) => (each === "X" ? "XYZ-1" : `ABC-${each}`));
  expect(await keysOf(ask, jql)).toEqual(keys);
});

it("never matches an empty field by != or not in", async () => {
  expect(await keysOf(ask, "priority != High and project = ABC")).toEqual([
    "ABC-1",
    "ABC-3",
    "ABC-4",
    "ABC-5",
  ]);
  expect(await keysOf(ask, "labels not in (nothing)")).toEqual(["ABC-2"]);
  expect(await keysOf(ask, "assignee not in (currentUser())")).toEqual(["ABC-2"]);
  expect(await keysOf(ask, "fixVersion != 8")).toEqual(["ABC-2", "XYZ-1"]);
  expect(await keysOf(ask, "cf[10034] != 8")).toEqual(["ABC-3"]);
});

it("takes EMPTY in a list for issues without a value", async () => {
  expect(await keysOf(ask, "fixVersion in (EMPTY, 8) and project = ABC")).toEqual([
    "ABC-1",
    "ABC-3",
    "ABC-4",
    "ABC-5",
  ]);
});

it.each([
  ["project = ABC order by created desc", "5 4 3 2 1"],
  ["project = ABC order by key", "1 2 3 4 5"],
  ["project = ABC order by priority desc, key asc", "2 1 3 4 5"],
  ["project = ABC order by cf[10034], key", "3 2 1 4 5"],
  ["project = ABC order by duedate desc, key desc", "5 4 2 1 3"],
  ["id in (1002, 1003, 1004) order by summary", "3 2 4"],
])("orders by %s", async (jql, expected) => {
  expect(await keysOf(ask, jql)).toEqual(expected.split(" ").map((each) => `ABC-${each}`));
});

it("orders keys by number, not by letters", async () => {
  const { ask: other } = jiraWith([line(2), line(10), line(9)], day(31));
  expect(await keysOf(other, "project = ABC order by key")).toEqual(["ABC-2", "ABC-9", "ABC-10"]);
});

it("hides what the asker may not see, values of hidden projects included", async () => {
  expect(await keysOf(ask, "created >= -1d", member)).toEqual([]);
  expect(await keysOf(ask, "created >= -1d", admin)).toEqual(["ABC-5"]);
  expect(await keysOf(ask, "fixVersion = 2.0", member)).toEqual(["ABC-3"]);
  const hidden = await ask("POST", "/search/jql", { jql: "project = XYZ" }, member);
  const unknown = await ask("POST", "/search/jql", { jql: "project = NOPE" }, member);
  expect(messagesOf(hidden)).toEqual([messagesOf(unknown)[0]?.replace("NOPE", "XYZ")]);
  const key = await ask("POST", "/search/jql", { jql: "key = ABC-5" }, member);
  expect(messagesOf(key)).toEqual(["An issue with key 'ABC-5' does not exist for field 'key'."]);
});
