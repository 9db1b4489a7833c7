import { change, day, exported, jiraWith, line, statusChange } from "../fixture/lines";
import { changelogOf, fieldsOf, keysOf } from "../fixture/read-answer";
import type { ProductEvent } from "../../boundary";
import { createStore } from "./create-store";
import { createClock } from "../../clock";
import { importExports } from "../import/import-exports";

const end = day(31);
const reopened = line(1, {
  created: day(2),
  status: "Done",
  resolution: "Done",
  resolved: day(20),
  updated: day(20),
  changelog: [
    statusChange(day(5), "To Do", "Done"),
    change(day(5), "resolution", [null, "Done"], [null, "1"]),
    change(day(8), "resolution", ["Done", null], ["1", null]),
    statusChange(day(8), "Done", "Reopened"),
    change(day(10), "summary", ["Old name", "Story 1"]),
    statusChange(day(20), "Reopened", "Done"),
    change(day(20), "resolution", [null, "Done"], [null, "1"]),
  ],
});

it.each([
  { at: day(3), status: "To Do", resolution: null, summary: "Old name", since: day(2) },
  { at: day(6), status: "Done", resolution: "Done", summary: "Old name", since: day(5) },
  { at: day(9), status: "Reopened", resolution: null, summary: "Old name", since: day(8) },
  { at: day(11), status: "Reopened", resolution: null, summary: "Story 1", since: day(8) },
  { at: end, status: "Done", resolution: "Done", summary: "Story 1", since: day(20) },
])("shows an issue as it was on $at", async ({ at, status, resolution, summary, since }) => {
  const { ask } = jiraWith([reopened], at);
  expect(await fieldsOf(ask, "ABC-1")).toMatchObject({
    status: { name: status },
    resolution: resolution === null ? null : { name: resolution },
    summary,
    statuscategorychangedate: since.replace("Z", "+0000"),
  });
});

it("tells only of what has happened by the site's time", async () => {
  const { ask } = jiraWith([reopened, line(2, { created: day(15) })], day(9));
  expect(await changelogOf(ask, "ABC-1")).toHaveLength(2);
  expect(await keysOf(ask, "project = ABC")).toEqual(["ABC-1"]);
});

it("lets recorded creations and changes happen as its clock advances, each with its event and at its time", async () => {
  const { jira, clock, ask } = jiraWith([reopened, line(2, { created: day(15) })], day(9));
  const events: ProductEvent[] = [];
  jira.onEvent((event) => events.push(event));

  await clock.advance(Date.parse(end) - Date.parse(day(9)));

  expect(
    events.map(({ eventType, body, selfGenerated }) => [
      eventType,
      new Date(Number(body["timestamp"])).toISOString(),
      selfGenerated,
    ]),
  ).toEqual([
    ["avi:jira:updated:issue", day(10), false],
    ["avi:jira:created:issue", day(15), false],
    ["avi:jira:updated:issue", day(20), false],
  ]);
  expect(await fieldsOf(ask, "ABC-1")).toMatchObject({ status: { name: "Done" } });
});

it("keeps one timer, however many changes are still to come", () => {
  const pending: number[] = [];
  const clock = createClock(Date.parse(day(1)), 0);
  clock.stop();
  const counting = { ...clock, at: (at: number) => (pending.push(at), () => undefined) };
  const { catalog, issues } = importExports([exported([reopened, line(2, { created: day(15) })])]);
  createStore(counting, catalog, issues);
  expect(pending).toEqual([Date.parse(day(1)) + 86_400_000]);
});

it("plays an issue without history as open until it was resolved, by changes that no changelog tells of", async () => {
  const silent = line(1, {
    historyBasis: "none",
    status: "Done",
    resolution: "Fixed",
    resolved: day(12),
    updated: day(14),
  });
  const early = jiraWith([silent], day(11));
  const late = jiraWith([silent], day(13));

  expect(await fieldsOf(early.ask, "ABC-1")).toMatchObject({
    status: { name: "To Do" },
    resolution: null,
    resolutiondate: null,
  });
  expect(await fieldsOf(late.ask, "ABC-1")).toMatchObject({
    status: { name: "Done" },
    resolution: { name: "Fixed" },
    resolutiondate: "2024-01-12T00:00:00.000+0000",
    statuscategorychangedate: "2024-01-12T00:00:00.000+0000",
    updated: "2024-01-12T00:00:00.000+0000",
  });
  expect(await changelogOf(late.ask, "ABC-1")).toEqual([]);
});

it("does not know since when an issue is Done that has neither history nor resolution date", async () => {
  const { ask } = jiraWith([line(1, { historyBasis: "none", status: "Done" })], day(2));
  expect(await fieldsOf(ask, "ABC-1")).toMatchObject({
    status: { name: "Done" },
    statuscategorychangedate: null,
  });
});

it("ends at the exported values even where the changelog does not lead there", async () => {
  const broken = line(1, {
    status: "Done",
    updated: day(20),
    storyPoints: 13,
    changelog: [
      statusChange(day(5), "To Do", "In Progress"),
      statusChange(day(7), "Reopened", "In Progress"),
      change(day(8), "Story Points", ["2", "5"]),
    ],
  });
  const { ask } = jiraWith([broken], end);
  const before = jiraWith([broken], day(19));

  expect(await fieldsOf(ask, "ABC-1")).toMatchObject({
    status: { name: "Done" },
    customfield_10034: 13,
    updated: "2024-01-20T00:00:00.000+0000",
  });
  expect(await fieldsOf(before.ask, "ABC-1")).toMatchObject({
    status: { name: "In Progress" },
    customfield_10034: 5,
  });
});

it("says `updated` as exported at the end, although a changelog item is some milliseconds later", async () => {
  const late = line(1, {
    updated: day(10, "12:00:00.000"),
    status: "Done",
    changelog: [statusChange(day(10, "12:00:00.125"), "To Do", "Done")],
  });
  const { ask } = jiraWith([late], end);
  expect(await fieldsOf(ask, "ABC-1")).toMatchObject({ updated: "2024-01-10T12:00:00.000+0000" });
  expect((await changelogOf(ask, "ABC-1"))[0]?.created).toBe("2024-01-10T12:00:00.125+0000");
});

it("releases a version on its release date, and closes a sprint when it was completed", async () => {
  const planned = line(1, {
    fixVersions: [{ id: "7", name: "1.0", released: true, releaseDate: "2024-01-20" }],
    sprints: [
      { id: 3, name: "S3", state: "closed", start: day(10), end: day(15), complete: day(16) },
    ],
  });
  const seen = async (at: string) => {
    const { fixVersions, customfield_10020 } = await fieldsOf(jiraWith([planned], at).ask, "ABC-1");
    return { fixVersions, customfield_10020 };
  };
  const state = (released: boolean, sprint: string) => ({
    fixVersions: [expect.objectContaining({ released })],
    customfield_10020: [expect.objectContaining({ state: sprint })],
  });
  expect(await seen(day(9))).toEqual(state(false, "future"));
  expect(await seen(day(12))).toEqual(state(false, "active"));
  expect(await seen(day(17))).toEqual(state(false, "closed"));
  expect(await seen(day(20))).toEqual(state(true, "closed"));
});
