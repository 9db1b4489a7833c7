import { admin, day, jiraWith, line, member } from "../fixture/lines";
import { keysOf } from "../fixture/read-answer";

const into = "/issue/archive";
const outOf = "/issue/unarchive";

function site() {
  const subTask = { type: "Sub-task", subtask: true, hierarchyLevel: -1 };
  const made = jiraWith(
    [
      line(1, { type: "Epic", hierarchyLevel: 1 }),
      line(2, { epic: "ABC-1" }),
      line(3, { ...subTask, parent: "ABC-2" }),
    ],
    day(31),
  );
  const events: unknown[] = [];
  made.jira.onEvent((event) => events.push(event));
  const put = (path: string, names: readonly string[], who = admin) =>
    made.ask("PUT", path, { issueIdsOrKeys: names }, who);
  const found = () => keysOf(made.ask, "project = ABC ORDER BY key");
  return { ...made, events, put, found };
}

it("puts an issue with its sub-tasks out of everybody's sight, and out of the archive back", async () => {
  const { ask, put, found } = site();
  expect(await put(into, ["ABC-2"])).toEqual({
    status: 200,
    body: { errors: {}, numberOfIssuesUpdated: 2 },
  });
  expect(await found()).toEqual(["ABC-1"]);
  const read = await ask("GET", "/issue/ABC-2");
  const bulk = await ask("POST", "/issue/bulkfetch", { issueIdsOrKeys: ["ABC-1", "ABC-2"] });
  const logs = await ask("POST", "/changelog/bulkfetch", { issueIdsOrKeys: ["ABC-2"] });
  expect(read.status).toBe(404);
  expect(bulk.body).toMatchObject({ issues: [{ key: "ABC-1" }] });
  expect(logs.body).toMatchObject({ issueChangeLogs: [] });

  expect((await put(outOf, ["1002"])).body).toMatchObject({ numberOfIssuesUpdated: 2 });
  expect(await found()).toEqual(["ABC-1", "ABC-2", "ABC-3"]);
});

it("tells nobody of it, and updates nothing", async () => {
  const { ask, put, events } = site();
  const updated = async () => (await ask("GET", "/issue/ABC-2?fields=updated")).body;
  const before = await updated();
  await put(into, ["ABC-2"]);
  await put(outOf, ["ABC-2"]);
  expect(events).toEqual([]);
  expect(await updated()).toEqual(before);
});

it("names what could not be archived, and refuses when nothing could", async () => {
  const { put } = site();
  expect((await put(into, ["ABC-2", "ABC-3", "ABC-9"])).body).toEqual({
    errors: {
      issueIsSubtask: { count: 1, issueIdsOrKeys: ["ABC-3"], message: "Issue is subtask." },
      issuesNotFound: { count: 1, issueIdsOrKeys: ["ABC-9"], message: "Issue not found." },
    },
    numberOfIssuesUpdated: 2,
  });
  expect((await put(into, ["ABC-9"])).status).toBe(400);
});

it("is for administrators, and for a thousand issues at once", async () => {
  const { put } = site();
  expect((await put(into, ["ABC-2"], member)).status).toBe(403);
  const many = Array.from({ length: 1001 }, (_, index) => `ABC-${String(index)}`);
  expect((await put(into, many)).status).toBe(412);
});
