import { z } from "zod/mini";
import type { ProductEvent } from "../../boundary";
import { admin, day, jiraWith, line, member } from "../fixture/lines";
import { officeLines, officeTime } from "../fixture/office";

const listed = z.looseObject({ values: z.array(z.looseObject({ id: z.number() })) });
const idsOf = (body: unknown) => listed.parse(body).values.map(({ id }) => id);

const { ask } = jiraWith(officeLines, officeTime);

it("lists a board for every project that the asker sees", async () => {
  const { body } = await ask("GET", "/rest/agile/1.0/board");
  expect(body).toMatchObject({
    total: 2,
    isLast: true,
    values: [
      { id: 1, name: "ABC board", type: "scrum", location: { projectKey: "ABC" } },
      { id: 2, name: "XYZ board", type: "kanban", location: { projectKey: "XYZ" } },
    ],
  });
  expect(body).not.toHaveProperty("self");
  const seen = await ask("GET", "/rest/agile/1.0/board", undefined, member);
  expect(idsOf(seen.body)).toEqual([1]);
});

it.each([
  ["type=kanban", [2]],
  ["type=scrum,kanban", [1, 2]],
  ["name=abc", [1]],
  ["projectKeyOrId=XYZ", [2]],
  ["projectKeyOrId=10000", [1]],
  ["startAt=1", [2]],
  ["maxResults=1", [1]],
])("finds boards by %s", async (query, ids) => {
  expect(idsOf((await ask("GET", `/rest/agile/1.0/board?${query}`)).body)).toEqual(ids);
});

it("gives 50 boards a page at most", async () => {
  const { body } = await ask("GET", "/rest/agile/1.0/board?maxResults=1000");
  expect(body).toMatchObject({ maxResults: 50 });
});

it("says in the configuration of a scrum board what it estimates in", async () => {
  const { body } = await ask("GET", "/rest/agile/1.0/board/1/configuration");
  expect(body).toMatchObject({
    location: { type: "project", key: "ABC", name: "Alphabet" },
    columnConfig: {
      columns: [
        { name: "To Do", statuses: [{ id: "1" }, { id: "4" }] },
        { name: "In Progress", statuses: [{ id: "3" }] },
        { name: "Done", statuses: [{ id: "6" }] },
      ],
    },
    estimation: { type: "field", field: { fieldId: "customfield_10034" } },
    ranking: { rankCustomFieldId: 10_019 },
  });
  const kanban = await ask("GET", "/rest/agile/1.0/board/2/configuration");
  expect(kanban.body).not.toHaveProperty("estimation");
  expect(kanban.body).toHaveProperty("subQuery");
});

it("does not estimate where no issue has points", async () => {
  const sprints = [
    { id: 1, name: "S", state: "active", start: day(2), end: day(9), complete: null },
  ];
  const { ask: other } = jiraWith([line(1, { sprints })], day(5));
  const { body } = await other("GET", "/rest/agile/1.0/board/1/configuration");
  expect(body).toMatchObject({ estimation: { type: "none" } });
});

it("lists sprints by state, closed ones first", async () => {
  const path = "/rest/agile/1.0/board/1/sprint";
  const { body } = await ask("GET", path);
  expect(body).toMatchObject({
    values: [
      { id: 1, state: "closed", originBoardId: 1, completeDate: day(10) },
      { id: 2, state: "active", startDate: day(20) },
      { id: 3, state: "future" },
    ],
  });
  expect(idsOf((await ask("GET", `${path}?state=active,future`)).body)).toEqual([2, 3]);
  expect((await ask("GET", "/rest/agile/1.0/board/2/sprint")).status).toBe(400);
});

it("hides boards and sprints of hidden projects as if there were none", async () => {
  for (const path of ["/board/2", "/board/2/configuration", "/board/2/sprint", "/sprint/77"]) {
    const { status } = await ask("GET", `/rest/agile/1.0${path}`, undefined, member);
    expect([path, status]).toEqual([path, 404]);
  }
});

describe("a sprint that people run", () => {
  it("starts and closes with its events, and moves the JQL functions", async () => {
    const { ask: live, jira } = jiraWith(officeLines, officeTime);
    const events: ProductEvent[] = [];
    jira.onEvent((event) => events.push(event));
    const path = "/rest/agile/1.0/sprint/3";
    const noEnd = await live("POST", path, { state: "active" }, admin);
    expect(noEnd.status).toBe(400);

    const started = await live("POST", path, { state: "active", endDate: day(31) }, admin);
    const closed = await live("POST", path, { state: "closed" }, admin);
    const reopened = await live("POST", path, { state: "active" }, admin);

    expect(started.body).toMatchObject({ state: "active", startDate: officeTime });
    expect(closed.body).toMatchObject({ state: "closed", completeDate: officeTime });
    expect(reopened.status).toBe(400);
    expect(events.map(({ eventType }) => eventType)).toEqual([
      "avi:jira-software:started:sprint",
      "avi:jira-software:closed:sprint",
    ]);
    expect(events[1]?.body).toMatchObject({
      atlassianId: admin.accountId,
      sprint: { id: "3", originBoardId: "1", state: "closed", completeDate: officeTime },
      oldValue: { state: "active" },
    });
    const { body } = await live("POST", "/search/jql", { jql: "sprint in closedSprints()" });
    expect(body).toMatchObject({ issues: [{}, {}, {}] });
  });

  it("can be made and renamed", async () => {
    const { ask: live, jira } = jiraWith(officeLines, officeTime);
    const events: string[] = [];
    jira.onEvent(({ eventType }) => events.push(eventType));
    const made = await live("POST", "/rest/agile/1.0/sprint", { name: "New", originBoardId: 1 });
    expect(made).toMatchObject({ status: 201, body: { id: 4, state: "future", name: "New" } });
    const renamed = await live("POST", "/rest/agile/1.0/sprint/4", { name: "Newer" });
    expect(renamed.body).toMatchObject({ id: 4, name: "Newer" });
    expect(events).toEqual([
      "avi:jira-software:created:sprint",
      "avi:jira-software:updated:sprint",
    ]);
  });

  it("is deleted with its event, and its issues go back to the backlog", async () => {
    const { ask: live, jira } = jiraWith(officeLines, officeTime);
    const events: string[] = [];
    jira.onEvent(({ eventType }) => events.push(eventType));
    const within = async () =>
      (await live("POST", "/search/jql", { jql: "sprint is not EMPTY" })).body;
    const [issue] = jira.store.all();
    const sprintIds = ["3"];
    jira.editFields(issue?.id ?? "", { sprintIds }, admin.accountId);
    const before = z.object({ issues: z.array(z.unknown()) }).parse(await within()).issues.length;
    const deleted = await live("DELETE", "/rest/agile/1.0/sprint/3", undefined, admin);
    expect(deleted.status).toBe(204);
    expect((await live("GET", "/rest/agile/1.0/sprint/3")).status).toBe(404);
    expect(jira.store.byId(issue?.id ?? "")?.fields.sprintIds).toEqual([]);
    expect(before).toBeGreaterThan(0);
    expect(events.at(-1)).toBe("avi:jira-software:deleted:sprint");
    expect(events.filter((each) => each === "avi:jira:updated:issue").length).toBeGreaterThan(1);
  });
});
