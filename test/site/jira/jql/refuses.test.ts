import { messagesOf } from "../fixture/read-answer";
import { ask } from "../fixture/searchable";

it.each([
  ["universe = 42", "Field 'universe' does not exist or you do not have permission to view it."],
  ["project = NOPE", "The value 'NOPE' does not exist for the field 'project'."],
  ["status = Shipped", "The value 'Shipped' does not exist for the field 'status'."],
  ["issuetype = 99999", "A value with ID '99999' does not exist for the field 'issuetype'."],
  ["key = ABC-99", "An issue with key 'ABC-99' does not exist for field 'key'."],
  ["parent = nonsense", "The issue key 'nonsense' for field 'parent' is invalid."],
  ["summary = test", "The operator '=' is not supported by the 'summary' field."],
  ["status ~ Done", "The operator '~' is not supported by the 'status' field."],
  [
    "summary in test",
    `Operator 'in' does not support the non-list value '"test"' for field 'summary'.`,
  ],
  ["assignee = noSuchFunction()", "Unable to find JQL function 'noSuchFunction()'."],
  ["cf[10034] > many", "The value 'many' for the field 'cf[10034]' is not a number."],
  ["summary was test", "History searches do not support the 'summary' field."],
  ["labels changed", "History searches do not support the 'labels' field."],
  ["status was Shipped", "The value 'Shipped' does not exist for the field 'status'."],
  ["status changed by nobody", "The value 'nobody' does not exist for the field 'assignee'."],
  ["status changed after soon", "Date value 'soon' for field 'status' is invalid."],
  ["status changed during (-1d)", "The predicate 'during' needs two dates."],
  [
    "status was in Done",
    `Operator 'was in' does not support the non-list value '"Done"' for field 'status'.`,
  ],
  ["project = ABC order by universe", "Not able to sort using field 'universe'."],
  ["updated >= yesterday", "Date value 'yesterday' for field 'updated' is invalid."],
  ["created > 2024-02-31", "Date value '2024-02-31' for field 'created' is invalid."],
  [
    "",
    "Unbounded JQL queries are not allowed here. Please add a search restriction to your query.",
  ],
  ["order by created", "Unbounded JQL queries are not allowed here."],
  ["project = ABC AND", "Error in the JQL Query: Expecting a field name at the end of the query."],
  [
    "project =",
    "Error in JQL Query: Expecting either a value, list or function before the end of the query.",
  ],
  [
    "status = = Done",
    "Error in JQL Query: Expecting either a value, list or function but got '='. You must surround '=' in quotation marks to use it as a value. (line 1, character 10)",
  ],
  [
    "project = DO",
    "Error in JQL Query: Expecting either a value, list or function but got 'DO'. You must surround 'DO' in quotation marks to use it as a value. (line 1, character 11)",
  ],
  [
    "project = ABC status",
    "Error in the JQL Query: Expecting either 'OR' or 'AND' but got 'status'. (line 1, character 15)",
  ],
  ["(status = Done", "Error in the JQL Query: Expecting ')' before the end of the query."],
  [
    'summary ~ "unclosed',
    "Error in the JQL Query: The quoted string 'unclosed' has not been completed. (line 1, character 11)",
  ],
  [
    "invalid query",
    "Error in the JQL Query: Expecting operator but got 'query'. The valid operators are",
  ],
  [
    "end = 1",
    "Error in the JQL Query: 'end' is a reserved JQL word. You must surround it in quotation marks to use it in a query. (line 1, character 1)",
  ],
  ["summary ~ x@y", "Error in the JQL Query: The character '@' is a reserved JQL character."],
  [
    "project = ABC order by key, key, key, key, key, key, key, key",
    "JQL can be ordered by at most 7 fields.",
  ],
])("refuses %j as Jira does", async (jql, message) => {
  const answer = await ask("POST", "/search/jql", { jql });
  expect(answer.status).toBe(400);
  expect(messagesOf(answer)).toEqual([expect.stringContaining(message)]);
});

it.each([
  [
    "key in (ABC-1, ABC-98, ABC-99)",
    ["ABC-98", "ABC-99"].map((key) => `An issue with key '${key}' does not exist for field 'key'.`),
  ],
  [
    "parent in (1001, 998, 999)",
    ["998", "999"].map((id) => `A value with ID '${id}' does not exist for the field 'parent'.`),
  ],
  ["id not in (1001, 999)", ["A value with ID '999' does not exist for the field 'id'."]],
  [
    "project = NOPE and (universe = 1 or status = Shipped) order by galaxy",
    [
      "The value 'NOPE' does not exist for the field 'project'.",
      "Field 'universe' does not exist or you do not have permission to view it.",
      "The value 'Shipped' does not exist for the field 'status'.",
      "Not able to sort using field 'galaxy'.",
    ],
  ],
])("names everything that is wrong with %s", async (jql, messages) => {
  const answer = await ask("POST", "/search/jql", { jql });
  expect([answer.status, messagesOf(answer)]).toEqual([400, messages]);
});

it.each([
  "issue in votedIssues()",
  "description ~ word",
  "hierarchyLevel = 1",
  "issue.property[x].y = 1",
])("says that it does not model %s", async (jql) => {
  const answer = await ask("POST", "/search/jql", { jql });
  expect(answer.status).toBe(501);
  expect(messagesOf(answer)[0]).toMatch(/^EMULATOR_NOT_MODELLED JQL/);
});
