import { createJiraLimits, type LimitedCall } from "./jira-limits";
import { tooMany } from "./too-many";

const tenToTen = Date.UTC(2024, 4 /* May */, 6, 9, 50);
const search = "POST /rest/api/3/search/jql";
const edit = "PUT /rest/api/3/issue/{issueIdOrKey}";
const issues = (count: number) =>
  JSON.stringify({ issues: Array.from({ length: count }, () => 0) });
const answer = (body: string, status = 200) => ({ status, headers: {}, body });

function call(operation = search, more: Partial<LimitedCall> = {}): LimitedCall {
  return { operation, target: "/rest/api/3/search/jql", now: tenToTen, ...more };
}

test.each([
  [51, search, issues(50)],
  [2, "GET /rest/api/3/issue/{issueIdOrKey}", '{"id":"1"}'],
  [3, "POST /rest/api/3/changelog/bulkfetch", '{"issueChangeLogs":[{},{}]}'],
  [7, "GET /rest/api/3/users/search", "[{},{},{}]"],
  [3, "GET /rest/api/3/myself", "{}"],
  [3, "POST /rest/api/3/permissions/check", '{"projectPermissions":[{}],"globalPermissions":[]}'],
  [3, "GET /rest/api/3/field", "[{},{}]"],
  [1, edit, ""],
  [1, "POST /rest/api/3/issue", '{"id":"1"}'],
])("%d points are the price of %s", (points, operation, body) => {
  const limits = createJiraLimits({ pace: () => 0 });
  expect(limits.charge(call(operation), answer(body)).points).toBe(points);
});

test("a refused call costs its base only", () => {
  const limits = createJiraLimits({ pace: () => 0 });
  expect(limits.charge(call(), answer(issues(9), 400)).points).toBe(1);
});

test("the call that passes the hour's points is the last until the next full hour of UTC", () => {
  const limits = createJiraLimits({ pace: () => 0, pointsPerHour: 100 });
  limits.charge(call(), answer(issues(98)));
  expect(limits.refused(call())).toBeUndefined();
  limits.charge(call(), answer(issues(98)));
  expect(limits.refused(call())).toEqual({
    limit: "quota",
    size: 100,
    retryAfterSeconds: 600,
    now: tenToTen,
  });
  expect(limits.refused(call(search, { now: tenToTen + 600_000 }))).toBeUndefined();
});

test("answers tell what is left, and that the end is near", () => {
  const limits = createJiraLimits({ pace: () => 0, pointsPerHour: 1000 });
  expect(limits.charge(call(), answer(issues(99))).headers).toEqual({
    "X-RateLimit-Limit": "1000",
    "X-RateLimit-Remaining": "900",
    "RateLimit-Policy": '"global-app-quota";q=1000;w=3600',
    RateLimit: '"global-app-quota";t=600',
  });
  expect(limits.charge(call(), answer(issues(799))).headers).toMatchObject({
    "X-RateLimit-Remaining": "100",
    "X-RateLimit-NearLimit": "true",
    RateLimit: '"global-app-quota";r=100;t=600',
  });
});

test("an endpoint takes 100 calls at once and again 100 a second, another one has its own", () => {
  let now = 0;
  const limits = createJiraLimits({ pace: () => now });
  const passed = (operation: string) =>
    Array.from({ length: 300 }, () => limits.refused(call(operation))).filter(
      (each) => each === undefined,
    ).length;
  expect(passed(search)).toBe(100);
  expect(passed("GET /rest/api/3/issue/{issueIdOrKey}")).toBe(150);
  now = 500;
  expect(passed(search)).toBe(50);
  expect(limits.refused(call(search))).toMatchObject({ limit: "burst", retryAfterSeconds: 1 });
});

test("an issue takes 20 writes in two seconds, and another issue as many", () => {
  let now = 0;
  const limits = createJiraLimits({ pace: () => now });
  const write = (key: string) => call(edit, { target: `/rest/api/3/issue/${key}` });
  for (let time = 0; time < 20; time += 1) expect(limits.refused(write("ABC-1"))).toBeUndefined();
  expect(limits.refused(write("ABC-1"))).toMatchObject({ limit: "per-issue", size: 20 });
  expect(limits.refused(write("ABC-2"))).toBeUndefined();
  now = 2001;
  expect(limits.refused(write("ABC-1"))).toBeUndefined();
});

test("429 has the headers that Atlassian describes", () => {
  const refusal = { limit: "quota", size: 65_000, retryAfterSeconds: 600, now: tenToTen } as const;
  expect(tooMany(refusal)).toMatchObject({
    status: 429,
    headers: {
      "Retry-After": "600",
      "X-RateLimit-Limit": "65000",
      "X-RateLimit-Remaining": "0",
      "X-RateLimit-Reset": "2024-05-06T10:00:00Z",
      "RateLimit-Reason": "jira-quota-global-based",
    },
  });
});
