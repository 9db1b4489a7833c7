import { aGoal } from "../build/goal";
import { aHistory, march, statuses, types } from "../build/history";
import { aReadIssue } from "../build/read-issue";
import type { IssueHistory } from "../../src/domain/replay/history";
import type { KnownHistory } from "../../src/use-cases/history-ports";
import { onEveryEngine } from "./on-every-engine";

const older = new Date("2026-03-10T08:00:00.001Z");
const newer = new Date("2026-03-10T10:00:00.002Z");

const known = (
  history: IssueHistory,
  override: Partial<Omit<KnownHistory, "history">> = {},
): KnownHistory => ({
  history,
  projectKey: "SHOP",
  secured: false,
  updatedAt: older,
  ...override,
});
const withId = (id: string, present: Parameters<typeof aHistory>[0] = {}) =>
  known(aHistory(present, { id }));

const scopeRow = {
  ...aReadIssue({ id: "50" }),
  role: "leaf" as const,
  dropped: false,
  settleAt: null,
};

/** Something of everything that a history holds. */
const rich = known(
  aHistory(
    {
      status: statuses.done,
      resolution: { id: "7", name: 'Fixed "so" 😀' },
      points: 2.5,
      estimateSeconds: 0,
      parentId: "9007199254740991",
      fixVersions: [
        { id: "1", name: "1.0" },
        { id: "2", name: "1.0" },
      ],
      components: [{ id: "3", name: "" }],
      sprintIds: ["38", "40"],
      labels: ["a", "1.0"],
      type: types.epic,
    },
    {
      id: "4294967301",
      doneSince: march(5.1),
      resolvedAt: march(5),
      changes: [
        { at: march(2), field: "points", from: null, to: null, fromText: "", toText: "2.5" },
        { at: march(2), field: "status", from: "1", to: "10", fromText: "To Do", toText: "Done" },
        { at: march(1.5), field: "key", from: null, to: null, fromText: "A-1", toText: "SHOP-1" },
      ],
    },
  ),
  { secured: true },
);

onEveryEngine((store, boundary) => {
  const { histories, scope } = store;
  const idsOf = (found: readonly KnownHistory[]) => found.map(({ history }) => history.id);

  it("gives a history back as it was read", async () => {
    await histories.put([rich]);
    expect(await histories.byId(["4294967301", "404"])).toEqual([rich]);
    expect(await histories.byId([])).toEqual([]);
  });

  it("never lets an older version over a newer one", async () => {
    await histories.put([{ ...withId("20", { points: 5 }), updatedAt: newer }]);
    await histories.put([withId("20", { points: 3 })]);
    expect(await histories.byId(["20"])).toMatchObject([
      { history: { present: { points: 5 } }, updatedAt: newer },
    ]);
  });

  it("stays inside requests and answers however long the histories are", async () => {
    const at = march(2);
    const changes = Array.from({ length: 3000 }, (_, n) => ({
      at,
      field: "labels" as const,
      from: null,
      to: null,
      fromText: `"${"x".repeat(20)}" ${String(n)}`,
      toText: "",
    }));
    const long = Array.from({ length: 40 }, (_, n) => {
      const id = String(1000 + n);
      return known(aHistory({}, { id, changes }));
    });
    await histories.put(long);
    await histories.addPastMembers("77", idsOf(long));
    expect(await histories.ofGoal("77")).toEqual(long);
    expect(boundary().largestAnswer()).toBeLessThan(4 << 20);
  });

  describe("of a goal", () => {
    const goalId = "1";
    const subGoalId = "2";
    beforeAll(async () => {
      await store.goals.insert(aGoal({ id: goalId }));
      await store.goals.insert(aGoal({ id: subGoalId, parentId: goalId }));
      await store.goals.rebuildClosure();
      const issues = ["50", "51", "52"].map((id) => aReadIssue({ id }, { updatedAt: newer }));
      await scope.putIssues(issues, newer);
      await scope.replaceScope(goalId, [scopeRow], 1, newer);
      await histories.addPastMembers(goalId, ["51", "60"]);
      await histories.addPastMembers(goalId, ["51"]);
      await histories.addPastMembers(subGoalId, ["52"]);
    });

    it("asks for what is or was in the scope, in that of its sub-goals too, and was not read", async () => {
      expect(await histories.unread(goalId, 10)).toEqual(["50", "51", "52", "60"]);
      expect(await histories.unread(goalId, 2)).toEqual(["50", "51"]);
      expect(await histories.unread(subGoalId, 10)).toEqual(["52"]);
    });

    it("asks again for an issue that has changed since its history was read", async () => {
      await histories.put([
        withId("50"),
        { ...withId("51"), updatedAt: newer },
        { ...withId("52"), updatedAt: newer },
        withId("60"),
      ]);
      expect(await histories.unread(goalId, 10)).toEqual(["50"]);
      expect(idsOf(await histories.ofGoal(goalId))).toEqual(["50", "51", "52", "60"]);
    });

    it("keeps what left the scope", async () => {
      await histories.rememberScope(goalId);
      await histories.rememberScope(goalId);
      await scope.replaceScope(goalId, [], 2, newer);
      expect(idsOf(await histories.ofGoal(goalId))).toContain("50");
    });

    it("does not ask again for what Jira does not give, until a newer version is known", async () => {
      await histories.putMissing(["50", "60"]);
      expect(await histories.unread(goalId, 10)).toEqual([]);
      expect(idsOf(await histories.ofGoal(goalId))).toEqual(["51", "52"]);
      const again = new Date("2026-03-11T08:00:00Z");
      await scope.putIssues([aReadIssue({ id: "50" }, { updatedAt: again })], again);
      expect(await histories.unread(goalId, 10)).toEqual(["50"]);
      await histories.put([{ ...withId("50"), updatedAt: again }]);
      expect(idsOf(await histories.ofGoal(goalId))).toEqual(["50", "51", "52"]);
    });

    it("leaves out what is gone from Jira", async () => {
      await scope.markGone(["50"], new Date("2026-03-12T08:00:00Z"));
      expect(idsOf(await histories.ofGoal(goalId))).toEqual(["51", "52"]);
      expect(await histories.byId(["50"])).toEqual([]);
      expect(await histories.unread(goalId, 10)).toEqual([]);
    });
  });

  it("remembers the words of the site", async () => {
    expect(await histories.vocabulary()).toBeNull();
    const said = {
      statuses: [{ ...statuses.done, category: "done" as const }],
      types: [{ ...types.subTask, level: -1 }],
      readAt: newer,
    };
    await histories.putVocabulary(said);
    expect(await histories.vocabulary()).toEqual(said);
  });
});
