import { aGoal, anIssueLink } from "../build/goal";
import { anItem, asOf } from "../build/item";
import { aReadIssue } from "../build/read-issue";
import { onEveryEngine } from "./on-every-engine";

onEveryEngine((store) => {
  const { goals, links, scope, sync } = store;
  const parent = aGoal({ id: "1", rule: "time", countSubTasks: true });
  const child = aGoal({ id: "2", parentId: "1", rule: "count" });
  const [upper, lower] = [
    anIssueLink({ id: "31", goalId: "1", issueId: "101" }),
    anIssueLink({ id: "32", goalId: "2", issueId: "101" }),
  ];

  it("tell once of a goal that reaches an issue on two ways and holds it, and of one that holds it still", async () => {
    for (const goal of [parent, child]) await goals.insert(goal);
    await goals.rebuildClosure();
    await links.insert([upper, lower]);
    await scope.putIssues(
      ["101", "102", "103"].map((id) => aReadIssue({ id })),
      asOf,
    );
    const lost = { link: lower, issueId: "102" };
    await scope.addMemberships([
      { link: upper, issueId: "101" },
      { link: lower, issueId: "101" },
      lost,
    ]);
    const row = (id: string) => ({
      item: anItem({ id }),
      key: `SHOP-${id}`,
      role: "leaf" as const,
      dropped: false,
      settleAt: null,
      secured: false,
    });
    await scope.replaceScope("1", [row("101"), row("102")], 1, asOf);
    await scope.removeMemberships([lost]);
    await sync.markGoals(["1"]);
    const placements = await scope.placements(["101", "102", "103"]);
    const byPlace = placements.toSorted((a, b) =>
      `${a.issueId} ${a.goalId}`.localeCompare(`${b.issueId} ${b.goalId}`),
    );
    const own = { rule: "time", countSubTasks: true, stamp: 1 };
    expect(byPlace).toMatchObject([
      { issueId: "101", goalId: "1", ...own, issue: { item: { id: "101" } } },
      { issueId: "101", goalId: "2", rule: "count", stamp: 0, issue: { item: { id: "101" } } },
      { issueId: "102", goalId: "1", ...own, issue: null },
    ]);
  });
});
