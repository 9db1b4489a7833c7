import { byParentChangeOnly } from "../../../src/domain/replay/by-parent-change";
import type { IssueHistory } from "../../../src/domain/replay/history";
import { linksAsOf, membershipAsOf, type SubGoalLife } from "../../../src/domain/replay/membership";
import { parseQuery } from "../../../src/domain/replay/query/parse-query";
import type { LinkLife } from "../../../src/domain/replay/reach";
import { settingAsOf } from "../../../src/domain/replay/setting-as-of";
import { aHistory, change, march, types } from "../../build/history";
import { siteOn } from "../../build/site-as-of";

const issueLink = (
  issueId: string,
  from: number,
  until: number | null = null,
  descendants = true,
): LinkLife => ({
  kind: "issue",
  linkId: `link-${issueId}`,
  issueId,
  descendants,
  from: march(from),
  until: until === null ? null : march(until),
});
const ruleLink = (jql: string, from: number, today: readonly string[] = []): LinkLife => ({
  kind: "rule",
  linkId: "rule",
  query: parseQuery(jql),
  today,
  descendants: false,
  from: march(from),
  until: null,
});

/** Epic 1 with story 2 from day 4 to day 8; story 3 alone; story 4 created on day 6 in version 1.0. */
const histories: readonly IssueHistory[] = [
  aHistory({ type: types.epic }),
  aHistory(
    {},
    {
      id: "2",
      changes: [
        change(4, "parent", { to: "1", toText: "SHOP-1" }),
        change(8, "parent", { from: "1", fromText: "SHOP-1" }),
      ],
    },
  ),
  aHistory({}, { id: "3" }),
  aHistory({ fixVersions: [{ id: "1", name: "1.0" }] }, { id: "4", createdAt: march(6) }),
];

const onDay = (
  day: number,
  goal: { readonly created: number; readonly links: readonly LinkLife[] },
  subGoals: readonly SubGoalLife[] = [],
) => {
  const life = { createdAt: march(goal.created), links: goal.links };
  const { ids, ...rest } = membershipAsOf(life, subGoals, march(day), siteOn(day, histories));
  return { ids: [...ids].toSorted(), ...rest };
};

describe("the scope of a goal as of an instant", () => {
  it("holds an issue linked by hand from that day on, and until it is unlinked", () => {
    const goal = { created: 2, links: [issueLink("3", 5, 9)] };
    expect([4, 5, 8, 9].map((day) => onDay(day, goal).ids)).toEqual([[], ["3"], ["3"], []]);
  });

  it("applies what is linked today to the time before the goal, and says so", () => {
    const goal = { created: 5, links: [issueLink("3", 6), issueLink("1", 5, 7)] };
    expect(onDay(3, goal)).toEqual({ ids: ["3"], past: "replayed", byToday: [] });
    expect(onDay(5, goal)).toEqual({ ids: ["1", "2"], past: "logged", byToday: [] });
  });

  it("has the descendants that an issue had then, or the issue alone", () => {
    const goal = { created: 1, links: [issueLink("1", 1)] };
    expect([3, 4, 8].map((day) => onDay(day, goal).ids)).toEqual([["1"], ["1", "2"], ["1"]]);
    const alone = { created: 1, links: [issueLink("1", 1, null, false)] };
    expect(onDay(5, alone).ids).toEqual(["1"]);
  });

  it("evaluates a rule by the fields as of then", () => {
    const goal = { created: 1, links: [ruleLink("fixVersion = 1.0", 1, ["3"])] };
    expect(onDay(5, goal)).toEqual({ ids: [], past: "logged", byToday: [] });
    expect(onDay(6, goal).ids).toEqual(["4"]);
  });

  it("takes today's members of other rules, without those not created yet, and names the rule", () => {
    const goal = { created: 1, links: [ruleLink("text ~ pay", 1, ["3", "4"])] };
    expect(onDay(5, goal)).toEqual({ ids: ["3"], past: "logged", byToday: ["rule"] });
  });

  it("counts an issue reached by several links once", () => {
    const goal = {
      created: 1,
      links: [issueLink("1", 1), issueLink("2", 1), ruleLink("key = SHOP-2", 1)],
    };
    expect(onDay(5, goal).ids).toEqual(["1", "2"]);
  });

  it("holds the work of sub-goals while they counted", () => {
    const subGoal = {
      createdAt: march(3),
      links: [issueLink("3", 4)],
      counts: [
        { from: march(3), until: march(6) },
        { from: march(9), until: null },
      ],
    };
    const goal = { created: 2, links: [] };
    expect([3, 4, 6, 9].map((day) => onDay(day, goal, [subGoal]).ids)).toEqual([
      [],
      ["3"],
      [],
      ["3"],
    ]);
    expect(onDay(1, goal, [subGoal]).ids).toEqual(["3"]);
    const gone = { ...subGoal, counts: subGoal.counts.slice(0, 1) };
    expect(onDay(1, goal, [gone]).ids).toEqual([]);
  });
});

describe("who came or went by a change of parent alone", () => {
  const between = (from: number, to: number, links: readonly LinkLife[]) => {
    const goal = { createdAt: march(1), links };
    const side = (day: number) => ({
      links: linksAsOf(goal, [], march(day)),
      site: siteOn(day, histories),
    });
    return [...byParentChangeOnly(side(from), side(to))];
  };

  it("is an issue that moved under a linked epic, or from it", () => {
    expect(between(3, 5, [issueLink("1", 1)])).toEqual(["2"]);
    expect(between(5, 9, [issueLink("1", 1)])).toEqual(["2"]);
    expect(between(3, 9, [issueLink("1", 1)])).toEqual([]);
  });

  it("is none that a new link brought, or that did not exist before", () => {
    expect(between(3, 5, [issueLink("1", 4)])).toEqual([]);
    expect(between(3, 7, [ruleLink("fixVersion = 1.0", 1)])).toEqual([]);
    expect(between(3, 5, [issueLink("2", 4), issueLink("3", 4)])).toEqual([]);
  });
});

describe("a setting as of an instant", () => {
  const changes = [
    { at: march(4), from: "count", to: "points" },
    { at: march(6), from: "points", to: "time" },
  ];
  const on = (day: number) => settingAsOf("time", changes, march(day), march(2));

  it("is the present one with later changes undone", () => {
    expect([3, 4, 5, 6].map(on)).toEqual(["count", "points", "points", "time"]);
  });

  it("is the present one before the goal was created", () => {
    expect(on(1)).toBe("time");
  });
});
