type Row = readonly [jql: string, finds: string];

/** Dates, histories, precedence and order; as the other table. */
export const jqlTableOfTime: readonly Row[] = [
  ...dates(),
  ...relativeDates(),
  ...was(),
  ...changed(),
  ...precedence(),
  ...order(),
];

function dates(): readonly Row[] {
  return [
    ['created >= "2024-01-06"', "6 7 X1 X2"],
    ['created > "2024-01-06"', "6 7 X2"],
    ['created < "2024/01/03"', "1 2"],
    ['created <= "2024-01-03"', "1 2 3"],
    ['created = "2024-01-04"', "4"],
    ['created >= "2024-01-25 12:30"', "6 X2"],
    ['created > "2024-01-25 12:30"', "X2"],
    ["createdDate <= 2024-01-01", "1"],
    ['updated >= "2024-01-14"', "4 6 7 X2"],
    ["updatedDate <= 2024-01-05", "1 2 5"],
    ['resolved >= "2024-01-10" and resolved < "2024-01-15"', "3"],
    ["resolutiondate is not EMPTY", "3 7"],
    ['statusCategoryChangedDate >= "2024-01-14"', "4 6 7 X2"],
    ['duedate = "2024-01-25"', "4"],
    ['due <= "2024-02-10"', "4 7"],
    ['due in ("2024-01-25", "2024-02-10")', "4 7"],
    ['due != "2024-01-25"', "7"],
  ];
}

function relativeDates(): readonly Row[] {
  return [
    ["created >= -1d", "X2"],
    ["created > -1d", ""],
    ["created >= -2d and created < -12h", "X2"],
    ['created >= "-1w"', "6 X2"],
    ["created >= -4w", "3 4 5 6 7 X1 X2"],
    ["created < -29d", "1"],
    ["created >= startOfDay(-1)", "X2"],
    ["created >= startOfWeek()", "X2"],
    ["created >= startOfWeek(-1)", "6 X2"],
    ["created < startOfMonth()", ""],
    ["created >= startOfYear()", "1 2 3 4 5 6 7 X1 X2"],
    ["created <= endOfWeek(-4)", "1 2 3 4 5 X1"],
    ['created <= endOfDay("-26d")', "1 2 3 4 5"],
    ['created >= startOfDay("-1w")', "6 X2"],
    ["created > now()", ""],
    ["created >= endOfMonth(-1)", "1 2 3 4 5 6 7 X1 X2"],
    ["updated >= -16d", "6 7 X2"],
    ["resolved >= -3w", "3 7"],
    ["due < now()", "4"],
    ["due > startOfMonth(1)", "7"],
    ["due >= 1w", "7"],
  ];
}

function was(): readonly Row[] {
  return [
    ['status was "In Progress"', "2 3 4 X2"],
    ["status was Done", "3 4 7"],
    ["status was Reopened", "4"],
    ["status was not Done", "1 2 5 6 X1 X2"],
    ['status was not "In Progress" and project = ABC', "1 5 6 7"],
    ["status was in (Reopened, Done)", "3 4 7"],
    ["status was not in (Reopened, Done)", "1 2 5 6 X1 X2"],
    ['status was Done before "2024-01-09"', "4"],
    ['status was Done after "2024-01-13"', "3 7"],
    ['status was Done on "2024-01-11"', "3 4"],
    ['status was Done on "2024-01-08"', "4"],
    ['status was "In Progress" during ("2024-01-04", "2024-01-04 12:00")', "3"],
    ["status was Done by currentUser()", "3 7"],
    ['status was Done by "Mel Member"', "4"],
    ['status was "To Do" by currentUser()', "1 2 3 7 X1"],
    ['status was not Done after "2024-01-13" and type = Story', "4 X1"],
    ["assignee was currentUser()", "2 4 7 X2"],
    ["assignee was EMPTY", "1 4 6"],
    ["assignee was not EMPTY", "2 3 5 7 X1 X2"],
    ["priority was Low", "4 7"],
    ["priority was not Low and project = ABC", "1 2 3 5 6"],
    ["resolution was Fixed", "3 4"],
    [`resolution was "Won't Do"`, "7"],
    ['fixVersion was "1.0"', "3 4"],
    ['fixVersion was "1.0" and fixVersion != "1.0"', "4"],
    ['reporter was "Mel Member"', "4 5 6 X2"],
  ];
}

function changed(): readonly Row[] {
  return [
    ["status changed", "2 3 4 7 X2"],
    ["not status changed", "1 5 6 X1"],
    ["status changed to Done", "3 4 7"],
    ["status changed from Done", "4"],
    ['status changed from "To Do" to Done', "7"],
    ['status changed from ("To Do", Reopened) to "In Progress"', "2 3 4 X2"],
    ['status changed after "2024-01-14"', "7 X2"],
    ['status changed before "2024-01-05"', "3"],
    ['status changed on "2024-01-14"', "4"],
    ['status changed during ("2024-01-09", "2024-01-13")', "3 4"],
    ["status changed by currentUser()", "3 4 7 X2"],
    ["status changed to Done by currentUser()", "3 7"],
    ['status changed to Done by currentUser() before "2024-01-12"', "3"],
    ["status changed after -2d", "X2"],
    ["status changed after startOfWeek()", "X2"],
    ["assignee changed", "4"],
    ["assignee changed to EMPTY", "4"],
    ["assignee changed from currentUser()", "4"],
    ["priority changed from Low to Medium", "4"],
    ["fixVersion changed", "4"],
    ['fixVersion changed from "1.0"', "4"],
    ['fixVersion changed to "2.0"', "4"],
    ["resolution changed to Fixed", "3 4"],
    ["resolution changed from Fixed to EMPTY", "4"],
    ['resolution changed after "2024-01-11"', "4 7"],
  ];
}

function precedence(): readonly Row[] {
  return [
    ["project = XYZ or project = ABC and type = Bug", "6 X1 X2"],
    ["(project = XYZ or project = ABC) and type = Bug", "6"],
    ["type = Bug and project = ABC or status = Done", "3 6 7"],
    ["not status = Done and project = ABC", "1 2 4 5 6"],
    ["not (status = Done or project = XYZ)", "1 2 4 5 6"],
    ["not not type = Bug", "6"],
    ["! type = Bug and project = ABC", "1 2 3 4 5 7"],
    ["project = ABC && type = Bug || type = Task", "6 X2"],
    ["type = Epic or type = Bug or type = Task", "2 6 X2"],
    ["not (type = Story and status = Done) and type = Story", "4 X1"],
    ["PROJECT = ABC AND TYPE = BUG", "6"],
    ['"project" = "ABC" AND "issuetype" = "Bug"', "6"],
    ["project = ABC and (type = Epic or (type = Story and not status = Done))", "2 4"],
  ];
}

function order(): readonly Row[] {
  return [
    ["project = ABC order by created desc", "6 7 5 4 3 2 1"],
    ["project = ABC order by key desc", "7 6 5 4 3 2 1"],
    ["project = ABC order by priority desc, key", "6 1 2 3 4 7 5"],
    ['type = Story order by "Story Points", key', "4 7 3 X1"],
    ["project = ABC order by duedate, key", "4 7 1 2 3 5 6"],
    ["project = ABC order by updated desc", "6 7 4 3 5 2 1"],
    ["project = ABC order by assignee, key", "2 7 3 5 1 4 6"],
    ['status = "To Do" order by project desc, key', "X1 1 5 6"],
    ["status = Done order by resolved", "3 7"],
    ["type = Story order by summary", "7 X1 4 3"],
    ["project = ABC", "1 2 3 4 5 6 7"],
  ];
}
