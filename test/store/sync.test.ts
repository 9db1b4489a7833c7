import { addMinutes } from "date-fns";
import { aGoal } from "../build/goal";
import { aStoredRollup } from "../build/stored-rollup";
import { onEveryEngine } from "./on-every-engine";

const now = new Date("2026-03-16T12:00:00Z");

onEveryEngine((store) => {
  const { sync, rollups } = store;

  describe("changed issues", () => {
    it("wait in order of their marks until they are acknowledged as they were read", async () => {
      await sync.markIssues(["12", "11", "11"], now);
      await sync.markIssues(["10"], addMinutes(now, -5));
      const read = await sync.dirtyIssues(10);
      expect(read.map((each) => each.issueId)).toEqual(["10", "11", "12"]);
      await sync.markIssues(["11"], now);
      await sync.acknowledgeIssues(read);
      expect((await sync.dirtyIssues(10)).map((each) => each.issueId)).toEqual(["11"]);
    });

    it("survive an acknowledgement of an earlier mark of theirs", async () => {
      const first = await sync.dirtyIssues(10);
      await sync.acknowledgeIssues(first);
      await sync.markIssues(["11"], addMinutes(now, 1));
      await sync.acknowledgeIssues(first);
      expect(await sync.dirtyIssues(10)).toHaveLength(1);
      expect(await sync.dirtyIssues(0)).toEqual([]);
      await sync.acknowledgeIssues(await sync.dirtyIssues(10));
    });

    it("may be many at once", async () => {
      const ids = Array.from({ length: 700 }, (_, n) => String(5_000_000_000 + n));
      await sync.markIssues(ids, now);
      const read = await sync.dirtyIssues(1000);
      expect(read).toHaveLength(700);
      await sync.acknowledgeIssues(read);
      expect(await sync.dirtyIssues(1000)).toEqual([]);
    });
  });

  describe("goals to roll", () => {
    it("have sequences that grow with every mark and never restart", async () => {
      await sync.markGoals(["1", "2", "1"]);
      const first = await sync.dirtyGoals(10);
      expect(first.map((each) => each.goalId)).toEqual(["1", "2"]);
      await sync.acknowledgeGoals(first);
      expect(await sync.dirtyGoals(10)).toEqual([]);
      await sync.markGoals(["1"]);
      const [again] = await sync.dirtyGoals(10);
      expect(again?.sequence).toBeGreaterThan(first[0]?.sequence ?? Infinity);
      await sync.markGoals(["1"]);
      await sync.acknowledgeGoals(again === undefined ? [] : [again]);
      expect(await sync.dirtyGoals(10)).toHaveLength(1);
    });
  });

  describe("a rollup", () => {
    const stored = async () => (await store.goals.rowById("7"))?.rollup;
    const computedAt = (minutes: number) =>
      aStoredRollup({ goalId: "7", computedAt: addMinutes(now, minutes) });

    it("is never overwritten by one of an older sequence", async () => {
      await store.goals.insert(aGoal({ id: "7" }));
      await rollups.put(computedAt(1), 5);
      await rollups.put(computedAt(2), 4);
      expect(await stored()).toEqual(computedAt(1));
      await rollups.put(computedAt(3), 6);
      expect(await stored()).toEqual(computedAt(3));
    });

    it("of the same sequence gives way to a later computation only", async () => {
      await rollups.put(computedAt(2), 6);
      expect(await stored()).toEqual(computedAt(3));
      await rollups.put(computedAt(4), 6);
      expect(await stored()).toEqual(computedAt(4));
    });

    it("is due when its next claimed item settles", async () => {
      const nextSettleAt = addMinutes(now, 10);
      await rollups.put({ ...computedAt(5), nextSettleAt }, 7);
      await rollups.put(aStoredRollup({ goalId: "8", nextSettleAt: null }), 1);
      expect(await rollups.dueToSettle(addMinutes(now, 9))).toEqual([]);
      expect(await rollups.dueToSettle(nextSettleAt)).toEqual(["7"]);
    });
  });
});
