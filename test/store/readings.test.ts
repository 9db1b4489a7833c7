import { addMinutes } from "date-fns";
import type { Pass } from "../../src/use-cases/sync/pass-ports";
import { aGoal, anIssueLink, aRuleLink } from "../build/goal";
import { aReadIssue } from "../build/read-issue";
import { onEveryEngine } from "./on-every-engine";

const now = new Date("2026-03-16T12:00:00Z");
const earlier = addMinutes(now, -10);
const later = addMinutes(now, 10);

const aPass = (change: Partial<Pass>): Pass => ({
  number: 2,
  turn: "1",
  turns: 1,
  goals: [{ goalId: "10", since: now }],
  alone: [],
  freshSince: now,
  at: { step: "join" },
  ...change,
});

onEveryEngine((store) => {
  const { links, readings, scope } = store;

  describe("the pass under way", () => {
    it("is written over the version that was read only", async () => {
      const { pass, version } = await readings.keptPass();
      expect(pass).toBeNull();
      const first = aPass({ at: { step: "below", level: 1, goals: 3, after: "77", open: null } });
      expect(await readings.keepPass(first, version, now)).toBe(true);
      expect(await readings.keepPass(aPass({ turn: "2" }), version, now)).toBe(false);
      const kept = await readings.keptPass();
      expect(kept.pass).toEqual(first);
      expect(kept.version).toBeGreaterThan(version);
    });
  });

  describe("a pass over two goals", () => {
    const epicOfOne = anIssueLink({ id: "501", goalId: "50", issueId: "1", descendants: true });
    const epicOfTwo = anIssueLink({ id: "601", goalId: "60", issueId: "1", descendants: true });
    const epicAlone = anIssueLink({ id: "502", goalId: "50", issueId: "9", descendants: false });
    const rule = aRuleLink({ id: "602", goalId: "60" });
    const readBefore = anIssueLink({ id: "603", goalId: "60", issueId: "8", readAt: later });
    const goals = ["50", "60"].map((goalId) => ({ goalId, since: now }));

    beforeAll(async () => {
      for (const id of ["50", "60"]) await store.goals.insert(aGoal({ id }));
      await store.goals.rebuildClosure();
      await links.insert([epicOfOne, epicOfTwo, epicAlone, rule, readBefore]);
      await scope.putIssues(
        [
          aReadIssue({ id: "1", level: 1, parentId: null }),
          aReadIssue({ id: "9", level: 1, parentId: null }),
          aReadIssue({ id: "2", level: 0, parentId: "1" }),
        ],
        now,
      );
      await scope.putIssues([aReadIssue({ id: "3", level: 0, parentId: "1" })], earlier);
      await scope.addMemberships([
        { link: epicOfOne, issueId: "7" },
        { link: readBefore, issueId: "8" },
      ]);
      await readings.join(5, goals);
    });

    it("begins with the issues that open links name", async () => {
      expect(await readings.roots(5, "0", 10)).toEqual(["1", "9"]);
      expect((await readings.rules(5, "0", 10)).map(({ id }) => id)).toEqual(["602"]);
      await readings.takeRoots(5, ["1", "9"]);
      expect(await readings.topLevel(5, ["50", "60"])).toBe(1);
      const at = { goalId: "50", level: 1, after: "0" };
      expect((await readings.parentsAt(5, at, 10)).map(({ issueId }) => issueId)).toEqual(["1"]);
    });

    it("gives children that were read lately to every link that brings their parent", async () => {
      await readings.takeChildren(5, { ids: ["2", "3"], readSince: now });
      const bringing = await scope.linksBringingEach(["2", "3"]);
      expect(bringing.get("2")?.map(({ id }) => id)).toEqual(["501", "601"]);
      expect(bringing.get("3")).toBeUndefined();
      expect(await readings.counts(5, ["50"])).toEqual([
        { goalId: "50", level: 0, issues: 1, parents: 1, subTasks: 0 },
        { goalId: "50", level: 1, issues: 2, parents: 1, subTasks: 0 },
      ]);
    });

    it("leaves nothing behind once a later pass reads the link", async () => {
      await readings.takeMatches(4, "602", ["2"]);
      expect((await scope.linksBringing("2")).map(({ link }) => link.id)).not.toContain("602");
    });

    it("forgets what its links did not meet, and nothing of others", async () => {
      expect(await readings.unseen(5, ["50", "60"])).toEqual(["7"]);
      await readings.dropUnseen(5, ["50", "60"]);
      expect(await scope.linksBringing("7")).toEqual([]);
      expect(await scope.linksBringing("8")).toHaveLength(1);
    });

    it("knows which containers nobody has looked into", async () => {
      expect(await readings.unsearched(5, ["50", "60"])).toEqual(["9"]);
    });

    it("marks its links as read, but for the rules that Jira refused", async () => {
      const message = "Field 'foo' does not exist";
      await readings.refuse(5, { linkId: "602", message, at: now });
      await readings.markRead(5, later);
      expect(await links.byId("501")).toMatchObject({ readAt: later, broken: null });
      expect(await links.byId("602")).toMatchObject({ readAt: now, broken: message });
      expect(await readings.refusalsOf(["50", "60"])).toEqual(new Map([["60", [message]]]));
    });
  });

  describe("the reading of a goal", () => {
    it("stays asked for when an older one ends", async () => {
      await readings.putReadings([{ goalId: "50", reading: { kind: "queued", since: now } }]);
      const ended = { kind: "complete", at: now } as const;
      await readings.putUnlessAsked([
        { goalId: "50", reading: ended },
        { goalId: "60", reading: ended },
      ]);
      expect(await readings.waiting()).toEqual([{ goalId: "50", since: now, links: 2 }]);
      expect((await store.goals.rowById("60"))?.reading).toEqual(ended);
    });
  });
});
