/** A query and what it finds in the office fixture: 3 is ABC-3, X1 is XYZ-1. Sorted by project and number, unless the query orders. */
type Row = readonly [jql: string, finds: string];

const everything = "1 2 3 4 5 6 7 X1 X2";

/** Asked by Ana at the end of January 2024. */
export const jqlTable: readonly Row[] = [
  ...placeAndKind(),
  ...valuesOfLists(),
  ...people(),
  ...issuesAndParents(),
  ...emptyValues(),
  ...numbersAndText(),
];

function placeAndKind(): readonly Row[] {
  return [
    ["project = ABC", "1 2 3 4 5 6 7"],
    ["project = abc", "1 2 3 4 5 6 7"],
    ["project = Alphabet", "1 2 3 4 5 6 7"],
    ["project = 10000", "1 2 3 4 5 6 7"],
    ['project = "The rest"', "X1 X2"],
    ["project != ABC", "X1 X2"],
    ["project in (ABC, XYZ)", everything],
    ["project not in (XYZ)", "1 2 3 4 5 6 7"],
    ["issuetype = Story", "3 4 7 X1"],
    ["type in (Bug, Task)", "6 X2"],
    ["issuetype != Story", "1 2 5 6 X2"],
    ["issuetype in standardIssueTypes()", "1 2 3 4 6 7 X1 X2"],
    ["issuetype in subTaskIssueTypes()", "5"],
    ["type not in subTaskIssueTypes() and project = ABC", "1 2 3 4 6 7"],
    ['status = "To Do"', "1 5 6 X1"],
    ['status in (Done, "In Progress")', "2 3 4 7 X2"],
    ["status != Done and project = ABC", "1 2 4 5 6"],
    ['status not in ("To Do", Done)', "2 4 X2"],
    ["status = 3", "2 4 X2"],
    ["statusCategory = Done", "3 7"],
    ['statusCategory = "To Do"', "1 5 6 X1"],
    ["statusCategory in (new, indeterminate)", "1 2 4 5 6 X1 X2"],
    ["statusCategory != Done", "1 2 4 5 6 X1 X2"],
    ["statusCategory = 4", "2 4 X2"],
    ["resolution = Fixed", "3"],
    [`resolution = "Won't Do"`, "7"],
    ["resolution = Unresolved", "1 2 4 5 6 X1 X2"],
    ["resolution != Fixed", "7"],
    ["resolution in (Fixed, Unresolved) and project = ABC", "1 2 3 4 5 6"],
    ["resolution != Unresolved", "3 7"],
    ["priority = High", "1 2"],
    ["priority in (Medium, Low)", "3 4 7 X1"],
    ["priority > Medium", "1 2 6"],
    ["priority >= Medium", "1 2 3 4 6 X1"],
    ["priority < Medium", "5 7"],
    ["priority <= Low", "5 7"],
    ["priority != High", "3 4 5 6 7 X1"],
    ["level = Secret", "6"],
  ];
}

function valuesOfLists(): readonly Row[] {
  return [
    ["labels = speed", "3 5"],
    ["labels = BETA", "3 7"],
    ["labels in (speed, nothing)", "3 5"],
    ["labels != speed", "7"],
    ["labels not in (Beta)", "5"],
    ['fixVersion = "1.0"', "3"],
    ['"fix version" = "1.0"', "3"],
    ["fixVersion = 2.0", "4 X1"],
    ["fixVersion = 8", "4"],
    ['fixVersion != "1.0"', "4 X1"],
    ['fixVersion in ("1.0", 9)', "3 X1"],
    ["fixVersion in releasedVersions()", "3"],
    ["fixVersion in unreleasedVersions()", "4 X1"],
    ["fixVersion in unreleasedVersions(ABC)", "4"],
    ["fixVersion not in releasedVersions()", "4 X1"],
    ["fixVersion = latestReleasedVersion(ABC)", "3"],
    ["fixVersion = earliestUnreleasedVersion(ABC)", "4"],
    ['fixVersion > "1.0"', "4"],
    ['fixVersion <= "2.0"', "3 4 X1"],
    ["component = API", "3 4"],
    ["component = UI", "4"],
    ["component != UI", "3"],
    ["component in (UI, API)", "3 4"],
    ["component not in (API)", ""],
    ["sprint = 1", "3 4"],
    ['sprint = "Sprint 2"', "4"],
    ["sprint in openSprints()", "4"],
    ["sprint in closedSprints()", "3 4"],
    ["sprint in futureSprints()", "7"],
    ["sprint not in closedSprints()", "7"],
    ["sprint != 2", "3 7"],
    ["sprint in (1, 3)", "3 4 7"],
    ["sprint not in openSprints()", "3 7"],
    ["cf[10020] = 3", "7"],
  ];
}

function people(): readonly Row[] {
  return [
    ["assignee = currentUser()", "2 7 X2"],
    ['assignee = "Mel Member"', "3 5 X1"],
    ['assignee in (currentUser(), "Mel Member")', "2 3 5 7 X1 X2"],
    ["assignee != currentUser()", "3 5 X1"],
    ["assignee not in (currentUser())", "3 5 X1"],
    ["reporter = currentUser()", "1 2 3 7 X1"],
    ["reporter = 5f0000000000000000000002", "4 5 6 X2"],
    ["creator = currentUser()", "1 2 3 7 X1"],
    ['assignee in membersOf("jira-administrators")', "2 7 X2"],
    ['assignee not in membersOf("jira-administrators")', "3 5 X1"],
  ];
}

function issuesAndParents(): readonly Row[] {
  return [
    ["parent = ABC-2", "3 4"],
    ["parent = 1001", "2"],
    ["parent in (ABC-1, ABC-3)", "2 5"],
    ["parent in (1001, 1002)", "2 3 4"],
    ["parent != ABC-2", "2 5"],
    ["parent not in (ABC-2, ABC-3)", "2"],
    ['"Epic Link" = ABC-2', "3 4"],
    ["parentEpic = ABC-2", "3 4 5"],
    ["key = ABC-3", "3"],
    ["key in (ABC-1, abc-2)", "1 2"],
    ["issuekey != ABC-3 and project = ABC", "1 2 4 5 6 7"],
    ["key = ABC-8", "X2"],
    ["id = 2001", "X1"],
    ["id in (1001, 2002)", "1 X2"],
    ["issue not in (ABC-1, ABC-2) and project = ABC", "3 4 5 6 7"],
    ["key > ABC-5", "6 7"],
    ["key >= ABC-5 and key < ABC-7", "5 6"],
    ["id > 1006", "7 X1 X2"],
    ["issue in linkedIssues(ABC-3)", "4"],
    ["issue in linkedIssues(ABC-3, blocks)", "4"],
    ['issue in linkedIssues(ABC-3, "is blocked by")', ""],
    ["issue in linkedIssues(ABC-4)", "3"],
  ];
}

function emptyValues(): readonly Row[] {
  return [
    ["assignee is EMPTY", "1 4 6"],
    ["assignee is not EMPTY", "2 3 5 7 X1 X2"],
    ["assignee = EMPTY", "1 4 6"],
    ["assignee != EMPTY", "2 3 5 7 X1 X2"],
    ["assignee is null and project = ABC", "1 4 6"],
    ["assignee in (EMPTY)", "1 4 6"],
    ["not assignee is EMPTY", "2 3 5 7 X1 X2"],
    ["priority is EMPTY", "X2"],
    ["fixVersion is EMPTY", "1 2 5 6 7 X2"],
    ['fixVersion in (EMPTY, "1.0") and project = ABC', "1 2 3 5 6 7"],
    ["component is not EMPTY", "3 4"],
    ["labels is EMPTY and project = ABC", "1 2 4 6"],
    ["sprint is EMPTY and project = ABC", "1 2 5 6"],
    ["parent is EMPTY", "1 6 7 X1 X2"],
    ["parent is not EMPTY", "2 3 4 5"],
    ["due is EMPTY and project = ABC", "1 2 3 5 6"],
    ['"Story Points" is EMPTY and project = ABC', "1 2 5"],
    ["resolution is not EMPTY", "3 7"],
    ["level is EMPTY and project = ABC", "1 2 3 4 5 7"],
    ["originalEstimate is not EMPTY", "3"],
    ["resolved is EMPTY and type = Story", "4 X1"],
  ];
}

function numbersAndText(): readonly Row[] {
  return [
    ['"Story Points" = 8', "3"],
    ['"Story Points[Number]" = 8', "3"],
    ["cf[10034] >= 2.5", "3 6 7"],
    ["cf[10034] < 3", "4 7"],
    ['"story points" != 0', "3 6 7"],
    ['"Story Points" in (0, 3)', "4 6"],
    ["cf[10034] not in (0, 3)", "3 7"],
    ['"Story Points" > 8', ""],
    ["originalEstimate = 4h", "3"],
    ["originalEstimate <= 1d", "3"],
    ["timespent > 90m", "6"],
    ["timespent >= 3h", ""],
    ["remainingEstimate = 60", "6"],
    ["summary ~ words", "3 5 X2"],
    ['summary ~ "words catalogue"', "3"],
    ['summary ~ "\\"out of memory\\""', "6"],
    ['summary ~ "\\"memory out\\""', ""],
    ['summary ~ "cat*"', "3 4"],
    ["summary !~ night and project = ABC", "1 2 3 5 6"],
    ["summary ~ NIGHT", "4 7"],
    ["summary ~ search", "2 3"],
    ["text ~ elsewhere", "X1"],
  ];
}
