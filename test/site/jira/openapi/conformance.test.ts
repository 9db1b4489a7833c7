import { admin, day, jiraWith, line, statusChange } from "../fixture/lines";
import { messagesOf } from "../fixture/read-answer";
import { allResources } from "../rest/all-resources";
import { amendments } from "./amendments";
import { loadConformance } from "./conformance";

const conformance = loadConformance();
const operationNamed = (id: string) => {
  const operation = conformance.operations.find((each) => each.id === id);
  if (operation === undefined) throw new Error(`no operation ${id}`);
  return operation;
};

it("answers only operations of Atlassian's documents, with query parameters that they have", () => {
  for (const { operation, query = [] } of allResources()) {
    expect(operationNamed(operation).queryParameters).toEqual(expect.arrayContaining([...query]));
  }
});

it("knows the classic scope of every operation that the site answers, except where Jira asks for none", () => {
  const without = allResources()
    .map(({ operation }) => operationNamed(operation))
    .filter(({ scopeSets }) => scopeSets[0]?.length === 0);
  expect(without.map(({ id }) => id)).toEqual(["POST /rest/api/3/permissions/check"]);
  expect(operationNamed("POST /rest/api/3/search/jql").scopeSets[0]).toEqual(["read:jira-work"]);
});

it.each([
  ["a member too many", { issues: [], isLast: true, total: 0 }],
  ["a number as id", { issues: [{ id: 1 }], isLast: true }],
  ["a list that is none", { issues: {} }],
])("finds the fault in %s", (_what, body) => {
  const operation = operationNamed("POST /rest/api/3/search/jql");
  expect(
    conformance.responseFault(operation, 200, { issues: [{ id: "1" }], isLast: true }),
  ).toBeUndefined();
  expect(conformance.responseFault(operation, 200, body)).toMatch(/^data/);
});

it("amends the document only where bodies that were seen break it", () => {
  expect(amendments.map(({ schema, property }) => `${schema}.${property}`)).toEqual([
    "ChangeDetails.from",
    "ChangeDetails.to",
    "ChangeDetails.fromString",
    "ChangeDetails.toString",
    "ChangeDetails.tmpFromAccountId",
    "ChangeDetails.tmpToAccountId",
    "SearchAndReconcileRequestBean.nextPageToken",
    "FieldDetails.untranslatedName",
    "ErrorCollection.warningMessages",
  ]);
});

describe("what the site does not know", () => {
  const { jira, ask } = jiraWith([line(1)], day(31));

  it("answers 404 for a path that Jira does not have", async () => {
    expect((await ask("GET", "/goals")).status).toBe(404);
  });

  it.each([
    ["an operation that it does not model", "/serverInfo"],
    ["a query parameter that Jira does not have", "/project/search?colour=red"],
    ["a query parameter that it does not model", "/project/search?expand=lead"],
    ["a field that it does not have", "/issue/ABC-1?fields=comment"],
    ["an expansion that it does not have", "/issue/ABC-1?expand=renderedFields"],
  ])("answers 501 to %s", async (_what, path) => {
    const answer = await ask("GET", path);
    expect([answer.status, messagesOf(answer)]).toEqual([
      501,
      [expect.stringMatching(/^EMULATOR_NOT_MODELLED /)],
    ]);
  });

  it("remembers all of it", () => {
    expect(jira.faults).toHaveLength(6);
  });
});

it("answers everything that it models in the shape of the documents", async () => {
  const done = line(1, {
    status: "Done",
    resolution: "Fixed",
    resolved: day(6),
    updated: day(6),
    assignee: "user-00000000cc",
    changelog: [statusChange(day(6), "To Do", "Done")],
    components: ["API"],
    fixVersions: [{ id: "7", name: "1.0", released: true, releaseDate: "2024-01-20" }],
    securityLevel: "Secret",
    storyPoints: 3,
    sprints: [{ id: 8, name: "S", state: "active", start: day(3), end: day(30), complete: null }],
    links: [{ type: "Blocks", direction: "outward", text: "blocks", key: "ABC-2" }],
  });
  const { jira, ask } = jiraWith([done, line(2)], day(31));
  const gets = [
    "/issue/ABC-1?expand=changelog",
    "/issue/ABC-1/changelog",
    "/issue/ABC-1/transitions",
    "/issue/picker?query=story",
    "/field",
    "/field/search",
    "/status",
    "/statuscategory",
    "/issuetype",
    "/resolution",
    "/priority",
    "/project/search",
    "/project/ABC",
    "/project/ABC/versions",
    "/mypermissions?permissions=ADMINISTER",
    "/myself",
    `/user?accountId=${admin.accountId}`,
    "/user/search?query=a",
    `/user/bulk?accountId=${admin.accountId}`,
    "/issue/ABC-1/transitions?expand=transitions.fields",
    "/issue/ABC-1/properties",
    "/issueLinkType",
    "/project/ABC/version",
    "/version/7",
    "/version/7/relatedIssueCounts",
    "/version/7/unresolvedIssueCount",
    "/group/bulk",
    "/groups/picker?query=jira",
    "/group/member?groupname=jira-administrators",
    `/user/groups?accountId=${admin.accountId}`,
    "/rest/agile/1.0/board",
    "/rest/agile/1.0/board/1",
    "/rest/agile/1.0/board/1/configuration",
    "/rest/agile/1.0/board/1/sprint",
    "/rest/agile/1.0/sprint/8",
    "/search/jql?jql=project%3DABC&fields=*all",
  ];
  for (const path of gets)
    expect([path, (await ask("GET", path, undefined, admin)).status]).toEqual([path, 200]);
  const posts: readonly (readonly [string, unknown])[] = [
    ["/search/jql", { jql: "project = ABC", fields: ["*all"] }],
    ["/search/approximate-count", { jql: "project = ABC" }],
    ["/issue/bulkfetch", { issueIdsOrKeys: ["ABC-1"], fields: ["*all"] }],
    ["/changelog/bulkfetch", { issueIdsOrKeys: ["ABC-1"] }],
    [
      "/jql/parse?validation=strict",
      { queries: ["not (summary ~ x or due is EMPTY) order by key desc", "a ="] },
    ],
    ["/jql/match", { issueIds: [1001], jqls: ["project = ABC"] }],
    [
      "/permissions/check",
      { projectPermissions: [{ permissions: ["BROWSE_PROJECTS"], projects: [10000] }] },
    ],
  ];
  for (const [path, body] of posts)
    expect([path, (await ask("POST", path, body)).status]).toEqual([path, 200]);
  expect(jira.faults).toEqual([]);
});
