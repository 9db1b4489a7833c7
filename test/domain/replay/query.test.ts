import type { IssueValues } from "../../../src/domain/replay/history";
import { matches } from "../../../src/domain/replay/query/matches";
import { parseQuery } from "../../../src/domain/replay/query/parse-query";
import { aHistory, change, statuses, types } from "../../build/history";
import { queryWords, siteOn } from "../../build/site-as-of";

/** Which of these issues a rule matches on a day; null where its past is not known. */
function found(
  jql: string,
  issues: readonly Partial<IssueValues>[],
  day = 2,
): readonly number[] | null {
  const query = parseQuery(jql);
  if (query === null) return null;
  const histories = issues.map((values, n) => aHistory(values, { id: String(n + 1) }));
  const { items } = siteOn(day, histories);
  return histories.flatMap(({ id }) => {
    const issue = items.get(id);
    return issue !== undefined && matches(query, issue, queryWords) ? [Number(id)] : [];
  });
}

const one = { id: "1", name: "1.0" };
const two = { id: "2", name: "2.0" };
const fixed = { id: "1", name: "Fixed" };

describe("a rule asked of the past", () => {
  it.each([
    ["project = shop", [1, 2, 3]],
    ["project in (10000, OTHER)", [1, 2, 3]],
    ["project != SHOP", []],
    ["fixVersion = 1.0", [1, 2]],
    ['fixVersion = "2.0 LTS"', [2]],
    ["fixVersion = 2.0", []],
    ["fixVersion != 1.0", []],
    ["fixVersion not in (2)", [1]],
    ["fixVersion is EMPTY", [3]],
    ["fixVersion is not EMPTY", [1, 2]],
    ["fixVersion in (2, EMPTY)", [2, 3]],
    ["labels = FAST", [1]],
    ["labels not in (fast)", [2]],
    ['status = "to do"', [1]],
    ["statusCategory = Done", [3]],
    ['statusCategory in ("In Progress", done)', [2, 3]],
    ["resolution = Unresolved", [1, 2]],
    ["resolution = fixed", [3]],
    ["resolution = EMPTY", [1, 2]],
    ["issuetype = Story AND type != Epic", [1, 2]],
    ["parent = SHOP-9", [2]],
    ['"Epic Link" = 9', [2]],
    ["sprint = 'Sprint 1'", [1]],
    ["key in (shop-1, 3)", [1, 3]],
    ["labels = fast OR fixVersion = 2 AND status = Done", [1]],
    ["(labels = fast OR fixVersion = 2) AND NOT status = 'To Do'", [2]],
    ["NOT fixVersion = 1.0 ORDER BY created DESC", [3]],
    ["!(labels = fast) order by key", [2, 3]],
  ])("finds by %s what was so then", (jql, keys) => {
    const issues = [
      { fixVersions: [one], labels: ["Fast"], sprintIds: ["38"] },
      { fixVersions: [one, two], labels: ["slow"], status: statuses.inProgress, parentId: "9" },
      { status: statuses.done, resolution: fixed, type: types.epic },
    ];
    expect(found(jql, issues)).toEqual(keys);
  });

  it.each([
    "summary ~ payment",
    "assignee = currentUser()",
    "fixVersion in unreleasedVersions()",
    "status WAS Done",
    "created >= -30d",
    "project = SHOP AND priority = High",
    "labels in (a, b",
    'labels = "a',
    "labels",
    "labels =",
    "(labels = a",
    "labels = a b",
    "labels = a AND",
    "NOT",
    "",
  ])("leaves %s to today's membership", (jql) => {
    expect(found(jql, [])).toBeNull();
  });

  it("reads quoted keywords as values and escaped quotes as quotes", () => {
    expect(
      found('labels in ("empty", "or", "a\\"b")', [{ labels: ["or"] }, { labels: ['a"b'] }, {}]),
    ).toEqual([1, 2]);
  });

  it("goes by the fields as of then", () => {
    const query = parseQuery("fixVersion = 1.0");
    const history = aHistory(
      { fixVersions: [] },
      {
        changes: [
          change(3, "fix-version", { to: "1", toText: "1.0" }),
          change(5, "fix-version", { from: "1", fromText: "1.0" }),
        ],
      },
    );
    const matched = [2, 3, 5].map((day) => {
      const issue = siteOn(day, [history]).items.get("1");
      return query !== null && issue !== undefined && matches(query, issue, queryWords);
    });
    expect(matched).toEqual([false, true, false]);
  });
});
