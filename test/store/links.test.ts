import { aGoal, anIssueLink, aRuleLink } from "../build/goal";
import { aReadIssue } from "../build/read-issue";
import { onEveryEngine } from "./on-every-engine";

const now = new Date("2026-03-16T12:00:00Z");

onEveryEngine((store, boundary) => {
  const { links, scope } = store;

  describe("a link", () => {
    const issue = anIssueLink({ id: "501", goalId: "50", issueId: "4294967299" });
    const rule = aRuleLink({ id: "502", goalId: "50", jql: `summary ~ "ü' \\\\ 😀"` });

    it("comes back as it was written, by goal, by id and by issue", async () => {
      await links.insert([issue, rule]);
      await links.insert([issue]);
      expect(await links.ofGoal("50")).toEqual([issue, rule]);
      expect(await links.byId("502")).toEqual(rule);
      expect(await links.byId("599")).toBeNull();
      expect(await links.ofIssue("4294967299")).toEqual([issue]);
      expect(await links.rules()).toEqual([rule]);
    });

    it("comes in any number", async () => {
      const many = Array.from({ length: 450 }, (_, n) =>
        anIssueLink({ id: String(6000 + n), goalId: "60", issueId: String(70_000 + n) }),
      );
      await links.insert(many);
      expect(await links.ofGoal("60")).toHaveLength(450);
    });
  });

  describe("the members of a link", () => {
    const link = aRuleLink({ id: "801", goalId: "80" });
    const other = anIssueLink({ id: "802", goalId: "80" });

    beforeAll(async () => {
      await store.goals.insert(aGoal({ id: "80" }));
      await store.goals.rebuildClosure();
      await links.insert([link, other]);
      await scope.putIssues(
        ["1", "2", "3", "4"].map((id) => aReadIssue({ id })),
        now,
      );
    });

    const membersNow = async () => (await scope.membersOf("80")).map((issue) => issue.item.id);

    it("are what the link brings, each once", async () => {
      const memberships = ["2", "3", "3"].map((issueId) => ({ link, issueId }));
      await scope.addMemberships(memberships);
      await scope.addMemberships([
        { link: other, issueId: "3" },
        { link, issueId: "1" },
      ]);
      expect(await membersNow()).toEqual(["1", "2", "3"]);
      expect(await scope.memberCounts("80")).toEqual(
        new Map([
          ["801", 3],
          ["802", 1],
        ]),
      );
      await scope.removeMemberships([{ link, issueId: "1" }]);
      expect(await membersNow()).toEqual(["2", "3"]);
    });

    it("tell which links bring an issue", async () => {
      await scope.addMemberships([{ link, issueId: "3" }]);
      const bringing = await scope.linksBringing("3");
      expect(bringing.map((each) => [each.link.id, each.goalId])).toEqual([
        ["801", "80"],
        ["802", "80"],
      ]);
      const each = await scope.linksBringingEach(["3", "77"]);
      expect([...each].map(([issueId, own]) => [issueId, own.map(({ id }) => id)])).toEqual([
        ["3", ["801", "802"]],
      ]);
    });

    it("go with the link, and whoever outlives it leaves none behind", async () => {
      await links.remove("801");
      await links.remove("801");
      await scope.addMemberships([{ link, issueId: "4" }]);
      expect(await links.byId("801")).toBeNull();
      expect(await membersNow()).toEqual(["3"]);
    });
  });

  it("reads the members of 5,000 issues of a goal and its counting children in few statements", async () => {
    await store.goals.insert(aGoal({ id: "90" }));
    await store.goals.insert(aGoal({ id: "91", parentId: "90" }));
    await store.goals.insert(aGoal({ id: "92", parentId: "90", state: "candidate" }));
    await store.goals.rebuildClosure();
    const own = aRuleLink({ id: "901", goalId: "90" });
    const child = aRuleLink({ id: "902", goalId: "91" });
    const candidate = aRuleLink({ id: "903", goalId: "92" });
    await links.insert([own, child, candidate]);
    const ids = Array.from({ length: 5000 }, (_, n) => String(3_000_000_000 + n));
    await scope.putIssues(
      ids.map((id) => aReadIssue({ id })),
      now,
    );
    const brought = (link: typeof own, issueIds: readonly string[]) =>
      scope.addMemberships(issueIds.map((issueId) => ({ link, issueId })));
    await brought(own, ids.slice(0, 2600));
    await brought(child, ids.slice(2400));
    await brought(candidate, ["1"]);
    boundary().forgetStatements();
    const members = await scope.membersOf("90");
    expect(members.map((issue) => issue.item.id)).toEqual(ids);
    expect(boundary().statements().length).toBeLessThanOrEqual(5);
    expect(boundary().largestAnswer()).toBeLessThan(4 << 20);
  }, 30_000);
});
