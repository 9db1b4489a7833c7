import { z } from "zod/mini";
import { admin, change, day, jiraWith, line, member, statusChange } from "../fixture/lines";
import { changelogOf, fieldsOf, messagesOf } from "../fixture/read-answer";

const end = day(31);
const many = Array.from({ length: 130 }, (_, index) => line(index + 1));

const told = line(1, {
  updated: day(9),
  status: "Done",
  changelog: [
    statusChange(day(5), "To Do", "In Progress"),
    change(day(6), "summary", ["Old", "Story 1"]),
    statusChange(day(9), "In Progress", "Done"),
  ],
});

it("tells a changelog oldest first, and newest first when it is expanded in the issue", async () => {
  const { ask } = jiraWith([told], end);
  const created = ["2024-01-05", "2024-01-06", "2024-01-09"];
  const { body } = await ask("GET", "/issue/ABC-1?expand=changelog&fields=summary");
  const histories = z
    .looseObject({
      changelog: z.looseObject({
        histories: z.array(z.looseObject({ created: z.string() })),
        total: z.number(),
      }),
    })
    .parse(body).changelog.histories;
  const days = (list: readonly { readonly created: string }[]) =>
    list.map((each) => each.created.slice(0, 10));
  expect(days(await changelogOf(ask, "ABC-1"))).toEqual(created);
  expect(days(histories)).toEqual(created.toReversed());
});

const bulk = z.object({
  issueChangeLogs: z.array(
    z.object({
      issueId: z.string(),
      changeHistories: z.array(z.looseObject({ created: z.string() })),
    }),
  ),
  nextPageToken: z.optional(z.string()),
});

it("fetches many changelogs by field, by date and then issue, in pages", async () => {
  const second = line(2, {
    updated: day(7),
    status: "Done",
    changelog: [statusChange(day(7), "To Do", "Done")],
  });
  const { ask } = jiraWith([second, told], end);
  const fetch = async (more: object) =>
    bulk.parse(
      (
        await ask("POST", "/changelog/bulkfetch", {
          issueIdsOrKeys: ["1001", "ABC-2", "ABC-99"],
          fieldIds: ["status"],
          ...more,
        })
      ).body,
    );
  const shape = ({ issueChangeLogs }: z.infer<typeof bulk>) =>
    issueChangeLogs.map(({ issueId, changeHistories }) => [
      issueId,
      ...changeHistories.map(({ created }) => created.slice(8, 10)),
    ]);

  const first = await fetch({ maxResults: 2 });
  expect(shape(await fetch({}))).toEqual([
    ["1001", "05", "09"],
    ["1002", "07"],
  ]);
  expect(shape(first)).toEqual([
    ["1001", "05"],
    ["1002", "07"],
  ]);
  expect(shape(await fetch({ maxResults: 2, nextPageToken: first.nextPageToken }))).toEqual([
    ["1001", "09"],
  ]);
});

it("fetches at most 1,000 changelogs of at most 10 fields", async () => {
  const { ask } = jiraWith([line(1)], end);
  const ids = (count: number) => Array.from({ length: count }, (_, index) => String(index));
  const issues = await ask("POST", "/changelog/bulkfetch", { issueIdsOrKeys: ids(1001) });
  const fields = await ask("POST", "/changelog/bulkfetch", {
    issueIdsOrKeys: ["1001"],
    fieldIds: ids(11),
  });
  expect([issues.status, fields.status]).toEqual([400, 400]);
});

it("fetches up to 100 issues by id or key in ascending order of id, leaving out what is not there", async () => {
  const { ask } = jiraWith(many, end);
  const fetch = (issueIdsOrKeys: readonly string[]) =>
    ask("POST", "/issue/bulkfetch", { issueIdsOrKeys, fields: ["summary"] });
  const { body } = await fetch(["ABC-9", "1003", "ABC-999", "ABC-3"]);
  expect(body).toMatchObject({ issueErrors: [], issues: [{ key: "ABC-3" }, { key: "ABC-9" }] });
  expect((await fetch(many.slice(0, 101).map(({ key }) => key))).status).toBe(400);
});

it("hides issues, parents, sub-tasks and links from who may not see them", async () => {
  const { ask } = jiraWith(
    [
      line(1, { type: "Epic", hierarchyLevel: 1, securityLevel: "Secret" }),
      line(2, {
        epic: "ABC-1",
        links: [{ type: "Blocks", direction: "outward", text: "blocks", key: "ABC-1" }],
      }),
      line(3, {
        type: "Sub-task",
        subtask: true,
        hierarchyLevel: -1,
        parent: "ABC-2",
        securityLevel: "Secret",
      }),
    ],
    end,
  );
  const hidden = await ask("GET", "/issue/ABC-1", undefined, member);
  const missing = await ask("GET", "/issue/ABC-99", undefined, member);
  const seen = await fieldsOf(ask, "ABC-2", member);
  const all = await fieldsOf(ask, "ABC-2", admin);

  expect(hidden).toEqual(missing);
  expect([hidden.status, messagesOf(hidden)]).toEqual([
    404,
    ["Issue does not exist or you do not have permission to see it."],
  ]);
  expect(seen).toMatchObject({ subtasks: [], issuelinks: [] });
  expect(seen).not.toHaveProperty("parent");
  expect(all).toMatchObject({
    parent: { key: "ABC-1" },
    subtasks: [{ key: "ABC-3" }],
    issuelinks: [{ outwardIssue: { key: "ABC-1" } }],
  });
});

it("says which issues match which queries, and why a query cannot be read", async () => {
  const { ask } = jiraWith([told, line(2)], end);
  const { body } = await ask("POST", "/jql/match", {
    issueIds: [1001, 1002, 9],
    jqls: ["status = Done", "project = ABC", "nonsense ="],
  });
  expect(body).toMatchObject({
    matches: [
      { matchedIssues: [1001], errors: [] },
      { matchedIssues: [1001, 1002] },
      { matchedIssues: [], errors: [expect.any(String)] },
    ],
  });
});

it("parses queries strictly: the tree of a good one, the message for a bad one", async () => {
  const { ask } = jiraWith([line(1)], end);
  const { body } = await ask("POST", "/jql/parse?validation=strict", {
    queries: ["project = ABC and key in (ABC-1) order by key", "order by key", "universe = 42"],
  });
  expect(body).toEqual({
    queries: [
      {
        query: "project = ABC and key in (ABC-1) order by key",
        structure: {
          where: {
            operator: "and",
            clauses: [
              {
                field: { name: "project", encodedName: "project" },
                operator: "=",
                operand: { value: "ABC", encodedValue: "ABC" },
              },
              {
                field: { name: "key", encodedName: "key" },
                operator: "in",
                operand: {
                  encodedOperand: "(ABC-1)",
                  values: [{ value: "ABC-1", encodedValue: "ABC-1" }],
                },
              },
            ],
          },
          orderBy: { fields: [{ field: { name: "key", encodedName: "key" } }] },
        },
      },
      {
        query: "order by key",
        structure: { orderBy: { fields: [{ field: { name: "key", encodedName: "key" } }] } },
      },
      {
        query: "universe = 42",
        errors: ["Field 'universe' does not exist or you do not have permission to view it."],
      },
    ],
  });
});
