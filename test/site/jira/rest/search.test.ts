import { z } from "zod/mini";
import { admin, day, jiraWith, line, member } from "../fixture/lines";
import { readFound } from "../fixture/read-answer";

const end = day(31);
const many = Array.from({ length: 130 }, (_, index) => line(index + 1));

it("pages search results by token, at most 100 with fields, and says only that the last page is the last", async () => {
  const { ask } = jiraWith(many, end);
  const query = { jql: "project = ABC order by key", fields: ["summary"], maxResults: 500 };
  const first = await ask("POST", "/search/jql", query);
  const page = readFound(first);
  const rest = readFound(
    await ask("POST", "/search/jql", { ...query, nextPageToken: page.nextPageToken }),
  );

  expect(Object.keys(z.record(z.string(), z.unknown()).parse(first.body)).toSorted()).toEqual([
    "isLast",
    "issues",
    "nextPageToken",
  ]);
  expect([page.issues.length, page.isLast]).toEqual([100, false]);
  expect([rest.issues.length, rest.isLast, rest.nextPageToken]).toEqual([30, true, undefined]);
  expect([...page.issues, ...rest.issues].map(({ key }) => key)).toEqual(
    many.map(({ key }) => key),
  );
});

it("gives ids alone without fields, up to 5,000 a page, 50 by default", async () => {
  const { ask } = jiraWith(many, end);
  const search = async (body: object) =>
    readFound(await ask("POST", "/search/jql", { jql: "project = ABC", ...body }));
  const usual = await search({});
  const all = await search({ maxResults: 5000, fields: ["id"] });
  expect(usual.issues).toHaveLength(50);
  expect(usual.issues[0]).toEqual({ id: "1130" });
  expect([all.issues.length, all.isLast]).toEqual([130, true]);
});

it("answers GET like POST", async () => {
  const { ask } = jiraWith(many, end);
  const { body } = await ask(
    "GET",
    `/search/jql?jql=${encodeURIComponent("key = ABC-7")}&fields=summary,status`,
  );
  expect(body).toMatchObject({
    isLast: true,
    issues: [{ key: "ABC-7", fields: { summary: "Story 7", status: { name: "To Do" } } }],
  });
});

it.each([
  [{ maxResults: 0 }],
  [{ maxResults: 5001 }],
  [{ nextPageToken: "nonsense" }],
  [{ startAt: 0 }],
  [{ reconcileIssues: Array.from({ length: 51 }, (_, id) => id) }],
])("refuses a search with %j", async (wrong) => {
  const { ask } = jiraWith([line(1)], end);
  const answer = await ask("POST", "/search/jql", {
    jql: "project = ABC",
    fields: ["id"],
    ...wrong,
  });
  expect(answer.status).toBe(400);
});

it("gives nobody else the pages of somebody's search", async () => {
  const { ask } = jiraWith(many, end);
  const query = { jql: "project = ABC", fields: ["summary"] };
  const { nextPageToken } = readFound(await ask("POST", "/search/jql", query, admin));
  const stolen = await ask("POST", "/search/jql", { ...query, nextPageToken }, member);
  expect(stolen.status).toBe(400);
});
