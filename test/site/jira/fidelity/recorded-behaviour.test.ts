import { admin, jiraWith } from "../fixture/lines";
import { officeLines, officeTime } from "../fixture/office";
import { messagesOf, readFound } from "../fixture/read-answer";

// What people measured on live Cloud sites: the range, token and content type by the stand-in "backlot" of brekkylab,
// the removed search and the unbounded query in public issues of client libraries.
const { ask, jira } = jiraWith(officeLines, officeTime);
const search = (body: object) => ask("POST", "/search/jql", body, admin);
const range = "The maxResults parameter must be between 1 and 5000.";
const token = "The provided next page token is invalid or expired.";
const unbounded =
  "Unbounded JQL queries are not allowed here. Please add a search restriction to your query.";

it.each([
  ["a page of none", { jql: "project = ABC", maxResults: 0 }, range],
  ["a page of 5,001", { jql: "project = ABC", maxResults: 5001 }, range],
  ["a token that is none", { jql: "project = ABC", nextPageToken: "nonsense" }, token],
  ["a query without a restriction", { jql: "order by created" }, unbounded],
  ["no query", {}, unbounded],
  ["a bad token before a bad page size", { nextPageToken: "nonsense", maxResults: 0 }, token],
  ["a bad page size before an unbounded query", { jql: "", maxResults: 0 }, range],
])("refuses %s with 400 in the usual envelope", async (_what, body, message) => {
  const answer = await search(body);
  expect([answer.status, answer.body]).toEqual([400, { errorMessages: [message], errors: {} }]);
});

it.each([[null], [""]])("takes the token %j for the first page", async (nextPageToken) => {
  const answer = await search({
    jql: "project = ABC order by key",
    fields: ["key"],
    nextPageToken,
  });
  expect(readFound(answer).issues[0]?.key).toBe("ABC-1");
});

it("refuses a member that the body of a search does not have", async () => {
  expect((await search({ jql: "project = ABC", startAt: 0 })).status).toBe(400);
});

it("refuses a POST without a content type as a problem", async () => {
  const { status, headers, body } = await jira.handle({
    ...{ method: "POST", path: "/rest/api/3/search/jql", headers: {} },
    ...{ body: '{"jql":"project = ABC"}', as: { kind: "app" } },
  });
  expect([status, headers["content-type"]]).toEqual([415, "application/problem+json"]);
  expect(JSON.parse(body)).toEqual({
    title: "Unsupported Media Type",
    detail: "Content-Type 'null' is not supported.",
    instance: "/rest/api/3/search/jql",
  });
});

it("says that the old search is gone, and where to go", async () => {
  const get = await ask("GET", "/search?jql=project%3DABC&startAt=0&maxResults=50");
  const post = await ask("POST", "/search", { jql: "project = ABC" });
  for (const answer of [get, post]) {
    expect([answer.status, messagesOf(answer)]).toEqual([
      410,
      [expect.stringMatching(/^The requested API has been removed.*CHANGE-2046$/)],
    ]);
  }
});
