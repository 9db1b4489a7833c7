import { z } from "zod/mini";
import type { ProductEvent } from "../../boundary";
import { admin, jiraWith, member } from "../fixture/lines";
import { officeLines, officeTime } from "../fixture/office";
import { keysOf } from "../fixture/read-answer";

const page = z.looseObject({ values: z.array(z.looseObject({ name: z.string() })) });

function site() {
  const made = jiraWith(officeLines, officeTime);
  const events: ProductEvent[] = [];
  made.jira.onEvent((event) => events.push(event));
  return { ...made, events };
}

it.each([
  ["", ["1.0", "2.0"]],
  ["?status=released", ["1.0"]],
  ["?status=unreleased", ["2.0"]],
  ["?query=2", ["2.0"]],
  ["?maxResults=1&startAt=1", ["2.0"]],
])("pages the versions of a project%s", async (query, names) => {
  const { body } = await site().ask("GET", `/project/ABC/version${query}`);
  expect(page.parse(body).values.map(({ name }) => name)).toEqual(names);
});

it("reads one version and counts its issues that the asker sees", async () => {
  const { ask } = site();
  expect((await ask("GET", "/version/7")).body).toMatchObject({
    name: "1.0",
    released: true,
    projectId: 10_000,
  });
  expect((await ask("GET", "/version/7/relatedIssueCounts")).body).toMatchObject({
    issuesFixedCount: 1,
  });
  expect((await ask("GET", "/version/8/unresolvedIssueCount")).body).toMatchObject({
    issuesCount: 1,
    issuesUnresolvedCount: 1,
  });
  expect((await ask("GET", "/version/9", undefined, member)).status).toBe(404);
});

it("releases a version at once and takes the release back, each with its event", async () => {
  const { ask, events } = site();
  await ask("PUT", "/version/8", { released: true, releaseDate: "2024-05-01" }, admin);
  expect(await keysOf(ask, "fixVersion in releasedVersions(ABC)")).toEqual(["ABC-3", "ABC-4"]);
  await ask("PUT", "/version/8", { released: false }, admin);
  expect(await keysOf(ask, "fixVersion in releasedVersions(ABC)")).toEqual(["ABC-3"]);
  await ask("PUT", "/version/8", { name: "2.1" }, admin);
  expect(events.map(({ eventType }) => eventType)).toEqual([
    "avi:jira:released:version",
    "avi:jira:unreleased:version",
    "avi:jira:updated:version",
  ]);
  expect(events[0]?.body).toMatchObject({
    atlassianId: admin.accountId,
    version: { id: "8", name: "2.0", released: true, releaseDate: "2024-05-01" },
  });
});

it("makes versions above the known ones", async () => {
  const { ask, events } = site();
  const made = await ask("POST", "/version", { name: "3.0", projectId: 10_000 }, admin);
  expect(made).toMatchObject({ status: 201, body: { id: "10001", released: false } });
  expect(events.map(({ eventType }) => eventType)).toEqual(["avi:jira:created:version"]);
  expect((await ask("POST", "/version", { name: "3.0", project: "NOPE" })).status).toBe(404);
  expect((await ask("PUT", "/version/8", { archived: true })).status).toBe(501);
});

it("deletes a version: its issues get another one or none, and the app hears of all of it", async () => {
  const { ask, events } = site();
  const body = { moveFixIssuesTo: 7 };
  expect((await ask("POST", "/version/8/removeAndSwap", body, admin)).status).toBe(204);
  expect(await keysOf(ask, "fixVersion = 1.0")).toEqual(["ABC-3", "ABC-4"]);
  expect((await ask("GET", "/version/8")).status).toBe(404);
  expect(events.map(({ eventType }) => eventType)).toEqual([
    "avi:jira:updated:issue",
    "avi:jira:deleted:version",
  ]);
  expect(events[1]?.body).toMatchObject({ version: { id: "8" }, newFixVersion: { id: "7" } });
  expect((await ask("DELETE", "/version/7", undefined, admin)).status).toBe(204);
  expect(await keysOf(ask, "project = ABC and fixVersion is not EMPTY")).toEqual([]);
});

it("deletes no version in favour of itself or of none", async () => {
  const { ask, events } = site();
  for (const moveFixIssuesTo of [8, 99]) {
    const answer = await ask("POST", "/version/8/removeAndSwap", { moveFixIssuesTo }, admin);
    expect(answer.status).toBe(400);
  }
  expect((await ask("DELETE", "/version/8?moveAffectedIssuesTo=7")).status).toBe(501);
  expect(events).toEqual([]);
});

it("tells of releases and of the ends of sprints that the data date, when their time comes", async () => {
  const { jira, clock } = jiraWith(officeLines, "2024-01-09T00:00:00Z");
  const events: (readonly [string, string])[] = [];
  jira.onEvent(({ eventType, body }) => {
    if (!eventType.endsWith("issue")) events.push([eventType, String(body["timestamp"])]);
  });
  await clock.advance(20 * 86_400_000);
  const at = (day: number) => String(Date.UTC(2024, 0, day));
  expect(events).toEqual([
    ["avi:jira-software:closed:sprint", at(10)],
    ["avi:jira:released:version", at(20)],
    ["avi:jira-software:started:sprint", at(20)],
  ]);
});

it("tells nothing of a recorded release that somebody made early", async () => {
  const { jira, clock, ask } = jiraWith(officeLines, "2024-01-18T00:00:00Z");
  await ask("PUT", "/version/7", { released: true }, admin);
  const events: string[] = [];
  jira.onEvent(({ eventType }) => events.push(eventType));
  await clock.advance(3 * 86_400_000);
  expect(events).toEqual(["avi:jira-software:started:sprint"]);
});
