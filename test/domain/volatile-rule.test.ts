import { isVolatile } from "../../src/domain/volatile-rule";

test.each([
  "duedate < now()",
  "created >= startOfWeek(-1)",
  "updated >= -7d",
  'updated >= "-2w"',
  "sprint in OPENSPRINTS ()",
  "fixVersion in unreleasedVersions(ABC)",
  '"Time to resolution" = breached()',
  '"Time to resolution" = everBreached()',
  '"Time to first response" > elapsed("1h")',
  '"Time to first response" < remaining("30m")',
  '"Time to resolution" = withinCalendarHours()',
  'assignee in membersOf("developers")',
])("%s matches others as time goes by", (jql) => {
  expect(isVolatile(jql)).toBe(true);
});

test.each([
  "project = ABC AND labels = now",
  'key in ("ABC-7", "ABC-12")',
  "status = remaining AND resolution = paused",
  'fixVersion = "Release-2024"',
  "key = ABC-7",
  "assignee was currentUser()",
])("%s matches others only when an issue changes", (jql) => {
  expect(isVolatile(jql)).toBe(false);
});
