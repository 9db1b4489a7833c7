import { scopesAllow } from "./scopes";

test("an operation is allowed by its classic scope or by all of its granular ones", () => {
  const search = "POST /rest/api/3/search/jql";
  expect(scopesAllow(["read:jira-work"])(search)).toBe(true);
  expect(scopesAllow(["read:issue-details:jira"])(search)).toBe(false);
  expect(scopesAllow([])(search)).toBe(false);
});

test("reading does not allow writing", () => {
  const allows = scopesAllow(["read:jira-work", "read:jira-user"]);
  expect(allows("GET /rest/api/3/issue/{issueIdOrKey}")).toBe(true);
  expect(allows("PUT /rest/api/3/issue/{issueIdOrKey}")).toBe(false);
});

test("an operation that the documents do not know is never allowed", () => {
  expect(scopesAllow(["read:jira-work"])("GET /rest/api/3/nothing")).toBe(false);
});
