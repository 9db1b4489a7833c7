import { z } from "zod/mini";
import type { ProductEvent } from "../../boundary";
import { admin, jiraWith } from "../fixture/lines";
import { officeLines, officeTime } from "../fixture/office";
import { changelogOf, fieldsOf } from "../fixture/read-answer";

function site() {
  const made = jiraWith(officeLines, officeTime);
  const events: ProductEvent[] = [];
  made.jira.onEvent((event) => events.push(event));
  return { ...made, events };
}

const links = z.looseObject({ issuelinks: z.array(z.looseObject({ id: z.string() })) });
const blocks = { name: "Blocks" };

it("links two issues in both histories with one event for the link", async () => {
  const { ask, events } = site();
  const ends = { inwardIssue: { key: "ABC-6" }, outwardIssue: { key: "ABC-7" } };
  expect((await ask("POST", "/issueLink", { type: blocks, ...ends }, admin)).status).toBe(201);
  expect(await fieldsOf(ask, "ABC-6")).toMatchObject({
    issuelinks: [{ type: { outward: "blocks" }, outwardIssue: { key: "ABC-7" } }],
  });
  expect(await fieldsOf(ask, "ABC-7")).toMatchObject({
    issuelinks: [{ type: { inward: "is blocked by" }, inwardIssue: { key: "ABC-6" } }],
  });
  expect((await changelogOf(ask, "ABC-7")).at(-1)?.items).toMatchObject([
    { field: "Link", to: "ABC-6", toString: "This issue is blocked by ABC-6" },
  ]);
  const told = events.filter(({ eventType }) => eventType.endsWith("issuelink"));
  expect(told.map(({ eventType }) => eventType)).toEqual(["avi:jira:created:issuelink"]);
  expect(told[0]?.body).toMatchObject({
    sourceIssueId: "1006",
    destinationIssueId: "1007",
    sourceProjectId: "10000",
    issueLinkType: { name: "Blocks", inward: "is blocked by", outward: "blocks" },
  });
});

it("gives a link the same id at both ends, and takes it away from both", async () => {
  const { ask, events } = site();
  const idAt = async (key: string) =>
    links.parse(await fieldsOf(ask, key)).issuelinks.map(({ id }) => id);
  const [id] = await idAt("ABC-3");
  expect(await idAt("ABC-4")).toEqual([id]);
  expect((await ask("DELETE", `/issueLink/${String(id)}`, undefined, admin)).status).toBe(204);
  expect([...(await idAt("ABC-3")), ...(await idAt("ABC-4"))]).toEqual([]);
  const told = events.filter(({ eventType }) => eventType.endsWith("issuelink"));
  expect(told.map(({ eventType, body }) => [eventType, body["id"]])).toEqual([
    ["avi:jira:deleted:issuelink", id],
  ]);
  expect((await ask("DELETE", `/issueLink/${String(id)}`)).status).toBe(404);
});

it("refuses links of unknown types and to issues that are not there", async () => {
  const { ask } = site();
  const ends = { inwardIssue: { key: "ABC-6" }, outwardIssue: { key: "ABC-7" } };
  const unknown = await ask("POST", "/issueLink", { type: { name: "Loves" }, ...ends });
  expect(unknown.status).toBe(404);
  const nowhere = { ...ends, outwardIssue: { key: "ABC-99" } };
  expect((await ask("POST", "/issueLink", { type: blocks, ...nowhere })).status).toBe(404);
});

it("offers the resolution on the screen of a transition to Done and keeps the chosen one", async () => {
  const { ask } = site();
  const { body } = await ask("GET", "/issue/ABC-6/transitions?expand=transitions.fields");
  expect(body).toMatchObject({
    transitions: [
      { name: "Reopened", hasScreen: false, fields: {} },
      { name: "In Progress", hasScreen: false, fields: {} },
      {
        name: "Done",
        hasScreen: true,
        fields: {
          resolution: { required: true, allowedValues: [{ name: "Fixed" }, { name: "Won't Do" }] },
        },
      },
    ],
  });
  const move = (fields: unknown) =>
    ask("POST", "/issue/ABC-6/transitions", { transition: { id: "6" }, fields }, admin);
  expect((await move({ summary: "x" })).status).toBe(400);
  expect((await move({ resolution: { name: "Never" } })).status).toBe(400);
  expect((await move({ resolution: { name: "Won't Do" } })).status).toBe(204);
  expect(await fieldsOf(ask, "ABC-6")).toMatchObject({
    status: { name: "Done" },
    resolution: { name: "Won't Do" },
  });
});

it("refuses a resolution on the way to a status that is not Done", async () => {
  const { ask } = site();
  const fields = { resolution: { name: "Won't Do" } };
  const body = { transition: { id: "3" }, fields };
  expect((await ask("POST", "/issue/ABC-6/transitions", body)).status).toBe(400);
});

it("sets and clears the resolution of an issue by editing it", async () => {
  const { ask } = site();
  const put = (resolution: unknown) => ask("PUT", "/issue/ABC-7", { fields: { resolution } });
  expect((await put({ name: "Fixed" })).status).toBe(204);
  expect(await fieldsOf(ask, "ABC-7")).toMatchObject({ resolution: { name: "Fixed" } });
  expect((await put(null)).status).toBe(204);
  expect(await fieldsOf(ask, "ABC-7")).toMatchObject({ resolution: null, resolutiondate: null });
});

it("offers Won't Do where the data know no such resolution", async () => {
  const { ask } = jiraWith([], officeTime);
  const { body } = await ask("GET", "/resolution");
  expect(body).toMatchObject([{ name: "Done" }, { name: "Won't Do" }]);
});
