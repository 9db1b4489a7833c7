import { jiraWith } from "../fixture/lines";
import { officeLines, officeTime } from "../fixture/office";
import { compareBodies, together } from "./compare";
import { replayIssues } from "./replay-issues";

it("finds no difference between bodies of the same structure", () => {
  const body = { a: [{ at: "2024-01-01T00:00:00.000+0800", n: null }], b: {}, c: [], d: "x" };
  const other = { a: [{ at: "2024-05-01T00:00:00.000+0000", n: null }], b: {}, c: [], d: "" };
  expect(compareBodies(body, other)).toMatchObject({ fields: 5, differences: [] });
});

it.each([
  ["a member that is missing", { a: 1 }, {}, ["a", "number", "missing"]],
  ["a member too many", {}, { toString: "x" }, ["toString", "missing", "text"]],
  ["another type", { a: ["1"] }, { a: [1] }, ["a[]", "text", "number"]],
  ["null for a value", { a: { b: 1 } }, { a: { b: null } }, ["a.b", "number", "null"]],
  ["an entry less", [1, 2], [1], ["[]", "an entry more", "no entry"]],
  [
    "another format",
    ["2024-01-01T00:00:00.000+0000"],
    ["2024-01-01T00:00:00.000Z"],
    ["[]", "time", "UTC time"],
  ],
])("finds %s", (_what, recorded, answered, [path, before, after]) => {
  expect(compareBodies(recorded, answered).differences).toEqual([
    { path, recorded: before, answered: after },
  ]);
});

it("sets known differences apart with their reasons", () => {
  const exceptions = [{ path: /emailAddress$/, reason: "privacy" }];
  const recorded = { users: [{ emailAddress: "x" }, { emailAddress: "y" }], n: 1 };
  const compared = compareBodies(recorded, { users: [{}, {}], n: 1 }, exceptions);
  expect(compared).toEqual({ fields: 3, differences: [], excepted: new Map([["privacy", 2]]) });
  expect(together([compared, compared])).toEqual({
    fields: 6,
    differences: [],
    excepted: new Map([["privacy", 4]]),
  });
});

it("knows a difference of one field that is none of another's", () => {
  const of = { member: "field", values: ["Epic Link"] };
  const recorded = [{ field: "Epic Link" }, { field: "Sprint" }];
  const answered = [
    { field: "Epic Link", fieldId: "parent" },
    { field: "Sprint", fieldId: "x" },
  ];
  const compared = compareBodies(recorded, answered, [{ path: /fieldId$/, of, reason: "older" }]);
  expect(compared.excepted).toEqual(new Map([["older", 1]]));
  expect(compared.differences).toHaveLength(1);
});

it("finds no difference when a site answers what another local site recorded", async () => {
  const { ask } = jiraWith(officeLines, officeTime);
  const recorded = await Promise.all(
    officeLines.map(async ({ key }) => (await ask("GET", `/issue/${key}?expand=changelog`)).body),
  );
  const comparison = await replayIssues("the office", recorded);
  expect(comparison.differences).toEqual([]);
  expect(comparison.fields).toBeGreaterThan(1000);
});
