import type { ProductEvent } from "../../boundary";
import { admin, day, jiraWith, line, statusChange } from "../fixture/lines";
import { changelogOf, fieldsOf, keysOf } from "../fixture/read-answer";
import { z } from "zod/mini";

const transitions = z.looseObject({
  transitions: z.array(z.looseObject({ id: z.string(), name: z.string() })),
});

function site() {
  const made = jiraWith(
    [
      line(1, { storyPoints: 3 }),
      line(2, {
        status: "Done",
        resolution: "Fixed",
        resolved: day(6),
        updated: day(6),
        changelog: [
          statusChange(day(5), "To Do", "In Progress"),
          statusChange(day(6), "In Progress", "Done"),
        ],
        fixVersions: [{ id: "7", name: "1.0", released: false, releaseDate: null }],
      }),
      line(3, { type: "Epic", hierarchyLevel: 1 }),
    ],
    day(15),
  );
  const events: ProductEvent[] = [];
  made.jira.onEvent((event) => events.push(event));
  const transitionTo = async (key: string, name: string) => {
    const { body } = await made.ask("GET", `/issue/${key}/transitions`, undefined, admin);
    const id = transitions.parse(body).transitions.find((each) => each.name === name)?.id;
    return made.ask("POST", `/issue/${key}/transitions`, { transition: { id } }, admin);
  };
  return { ...made, events, transitionTo };
}

it("moves an issue to Done with a resolution, its changelog, dates and one event", async () => {
  const { ask, events, transitionTo } = site();
  const answer = await transitionTo("ABC-1", "Done");
  const now = "2024-01-15T00:00:00.000+0000";

  expect(answer).toEqual({ status: 204, body: undefined });
  expect(await fieldsOf(ask, "ABC-1")).toMatchObject({
    status: { name: "Done" },
    resolution: { name: "Fixed" },
    resolutiondate: now,
    statuscategorychangedate: now,
    updated: now,
  });
  const [history] = await changelogOf(ask, "ABC-1");
  expect(history).toMatchObject({ created: now, author: { accountId: admin.accountId } });
  expect(history?.items.map(({ field, from, to }) => [field, from, to])).toEqual([
    ["resolution", null, "10000"],
    ["status", "1", "6"],
  ]);
  const [event, ...others] = events;
  expect(others).toEqual([]);
  expect(event).toMatchObject({ eventType: "avi:jira:updated:issue", selfGenerated: false });
  expect(event?.body).toMatchObject({
    eventType: "avi:jira:updated:issue",
    timestamp: String(Date.parse(day(15))),
    atlassianId: admin.accountId,
    jiraEventTypeName: "issue_resolved",
    changelog: { id: history?.id, items: history?.items },
    associatedStatuses: [
      { id: "6", name: "Done" },
      { id: "1", name: "To Do" },
    ],
  });
});

it("tells in events only the few fields that Forge tells", async () => {
  const { events, transitionTo } = site();
  await transitionTo("ABC-1", "In Progress");
  const issue = z
    .looseObject({ key: z.string(), fields: z.record(z.string(), z.unknown()) })
    .parse(events[0]?.body["issue"]);
  expect(Object.keys(issue.fields).toSorted()).toEqual([
    "assignee",
    "created",
    "creator",
    "issuetype",
    "project",
    "reporter",
    "status",
    "summary",
    "updated",
  ]);
});

it("clears the resolution of an issue that is taken up again", async () => {
  const { ask, transitionTo } = site();
  await transitionTo("ABC-2", "In Progress");
  expect(await fieldsOf(ask, "ABC-2")).toMatchObject({
    status: { name: "In Progress" },
    resolution: null,
    resolutiondate: null,
  });
});

it("refuses a transition that the issue does not have", async () => {
  const { ask, transitionTo } = site();
  expect((await transitionTo("ABC-1", "To Do")).status).toBe(400);
  expect(
    (await ask("POST", "/issue/ABC-1/transitions", { transition: { id: "999" } })).status,
  ).toBe(400);
});

it("edits fields and finds the issue by their new values", async () => {
  const { ask, events } = site();
  const fields = {
    summary: "<b>New</b>",
    customfield_10034: 8,
    labels: ["a"],
    parent: { key: "ABC-3" },
    fixVersions: [{ name: "1.0" }],
    assignee: { accountId: admin.accountId },
  };
  expect((await ask("PUT", "/issue/ABC-1", { fields })).status).toBe(204);

  expect(
    await keysOf(
      ask,
      `parent = ABC-3 and cf[10034] = 8 and labels = a and fixVersion = "1.0" and assignee = ${admin.accountId}`,
    ),
  ).toEqual(["ABC-1"]);
  expect(await fieldsOf(ask, "ABC-1")).toMatchObject({ summary: "<b>New</b>" });
  expect(events.map(({ eventType, selfGenerated }) => [eventType, selfGenerated])).toEqual([
    ["avi:jira:updated:issue", true],
    ["avi:jira:assigned:issue", true],
  ]);
  const [history] = await changelogOf(ask, "ABC-1");
  expect(history?.items.map(({ field }) => field)).toEqual([
    "assignee",
    "IssueParentAssociation",
    "summary",
    "labels",
    "Story Points",
    "Fix Version",
  ]);
});

it("leaves no trace of an edit that changes nothing", async () => {
  const { ask, events } = site();
  await ask("PUT", "/issue/ABC-1", { fields: { summary: "Story 1", customfield_10034: 3 } });
  expect(await changelogOf(ask, "ABC-1")).toEqual([]);
  expect(events).toEqual([]);
});

it.each([
  [{ universe: 1 }, "universe"],
  [{ summary: "" }, "summary"],
  [{ customfield_10034: "many" }, "customfield_10034"],
  [{ parent: { key: "ABC-99" } }, "parent"],
  [{ fixVersions: [{ name: "9.9" }] }, "fixVersions"],
  [{ assignee: { accountId: "nobody" } }, "assignee"],
])("refuses to set %j, naming the field", async (fields, name) => {
  const { ask } = site();
  const { status, body } = await ask("PUT", "/issue/ABC-1", { fields });
  const { errors } = z.looseObject({ errors: z.record(z.string(), z.string()) }).parse(body);
  expect([status, Object.keys(errors)]).toEqual([400, [name]]);
});

it("creates and deletes issues with their events, numbering above every recorded issue", async () => {
  const { ask, events } = site();
  const fields = {
    project: { key: "ABC" },
    issuetype: { name: "Story" },
    summary: "Made now",
    parent: { key: "ABC-3" },
  };
  const made = await ask("POST", "/issue", { fields }, admin);
  expect([made.status, made.body]).toMatchObject([201, { key: "ABC-4", id: "10001" }]);
  expect(await fieldsOf(ask, "ABC-4")).toMatchObject({
    status: { name: "To Do" },
    parent: { key: "ABC-3" },
    reporter: { accountId: admin.accountId },
  });

  await ask("DELETE", "/issue/ABC-4", undefined, admin);
  expect((await ask("GET", "/issue/ABC-4")).status).toBe(404);
  expect(await keysOf(ask, "parent = ABC-3")).toEqual([]);
  expect(events.map(({ eventType }) => eventType)).toEqual([
    "avi:jira:created:issue",
    "avi:jira:deleted:issue",
  ]);
});

it("keeps a deleted issue deleted when recorded changes of it come due", async () => {
  const later = line(1, {
    updated: day(20),
    status: "Done",
    changelog: [statusChange(day(20), "To Do", "Done")],
  });
  const { ask, jira, clock } = jiraWith([later], day(15));
  jira.deleteIssue("1001", admin.accountId);
  await clock.advance(10 * 86_400_000);
  expect((await ask("GET", "/issue/ABC-1")).status).toBe(404);
});
