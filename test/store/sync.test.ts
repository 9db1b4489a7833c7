import { addMinutes } from "date-fns";
import { aGoal, anIssueLink } from "../build/goal";
import { aReadIssue } from "../build/read-issue";
import { aStoredRollup } from "../build/stored-rollup";
import { onEveryEngine } from "./on-every-engine";

const now = new Date("2026-03-16T12:00:00Z");

onEveryEngine((store) => {
  const { sync, rollups } = store;

  const mark = async (ids: readonly string[], at: Date, seenAt: Date | null = null) => {
    const marks = ids.map((issueId) => ({ issueId, seenAt }));
    return (await sync.mark(marks, { at, mostWaiting: 10_000 })).sequence;
  };
  let leases = 0;
  const lease = async (at: Date, limit = 1000) => {
    const holder = String((leases += 1));
    const some = await sync.claim({ lease: holder, now: at, until: addMinutes(at, 5), limit });
    const { claimed } = some ? await sync.begin(holder, at) : { claimed: [] };
    return { holder, claimed: claimed.toSorted((a, b) => (a.issueId < b.issueId ? -1 : 1)) };
  };
  const claim = async (at: Date, limit?: number) => (await lease(at, limit)).claimed;
  const idsOf = (claimed: readonly { readonly issueId: string }[]) =>
    claimed.map(({ issueId }) => issueId);

  describe("changed issues", () => {
    it("are claimed in order of their marks, and by one at a time", async () => {
      await mark(["12", "11", "11"], now);
      await mark(["10"], addMinutes(now, -5));
      expect(idsOf(await claim(now, 1))).toEqual(["10"]);
      expect(idsOf(await claim(now))).toEqual(["11", "12"]);
      expect(await claim(addMinutes(now, 4))).toEqual([]);
      const { holder, claimed } = await lease(addMinutes(now, 5));
      expect(claimed[0]).toMatchObject({ issueId: "10", tries: 2, before: null });
      await sync.acknowledgeIssues(holder);
      expect(await sync.queue()).toEqual({ length: 0, firstFree: null, waitingSince: null });
    });

    it("survive an acknowledgement of an earlier mark of theirs", async () => {
      await mark(["11"], now);
      const first = await lease(now);
      await mark(["11"], now);
      await sync.acknowledgeIssues(first.holder);
      const second = await lease(now);
      expect(idsOf(second.claimed)).toEqual(["11"]);
      const sequence = first.claimed[0]?.sequence ?? Infinity;
      expect(second.claimed[0]?.sequence).toBeGreaterThan(sequence);
      await sync.acknowledgeIssues(second.holder);
    });

    it("survive whoever held them before the lease ran out", async () => {
      await mark(["11"], now);
      const slow = await lease(now);
      const next = await lease(addMinutes(now, 5));
      expect(idsOf(next.claimed)).toEqual(["11"]);
      await sync.acknowledgeIssues(slow.holder);
      expect((await sync.queue()).length).toBe(1);
      await sync.acknowledgeIssues(next.holder);
      expect((await sync.queue()).length).toBe(0);
    });

    it("keep their place and the latest version seen while they wait", async () => {
      const first = await mark(["11"], now, addMinutes(now, -1));
      const second = await mark(["11"], addMinutes(now, 1), addMinutes(now, -2));
      expect(second).toBeGreaterThan(first);
      expect(await sync.queue()).toEqual({ length: 1, firstFree: first, waitingSince: now });
      const { holder, claimed } = await lease(addMinutes(now, 1));
      expect(claimed).toMatchObject([{ sequence: first, seenAt: addMinutes(now, -1) }]);
      await sync.postponeIssues(claimed, addMinutes(now, 2));
      await sync.acknowledgeIssues(holder);
      expect((await sync.queue()).firstFree).toBeNull();
      expect(await claim(addMinutes(now, 1))).toEqual([]);
      const last = await lease(addMinutes(now, 2));
      expect(idsOf(last.claimed)).toEqual(["11"]);
      await sync.acknowledgeIssues(last.holder);
    });

    it("come with what was known of them", async () => {
      await store.scope.putIssues(
        [
          aReadIssue({ id: "20", level: 1 }),
          aReadIssue({ id: "21", parentId: "20" }, { updatedAt: now }),
        ],
        now,
      );
      await mark(["21"], now);
      const { holder, claimed } = await lease(now);
      const before = { parentId: "20", level: 0, updatedAt: now, parentLevel: 1 };
      expect(claimed).toMatchObject([{ issueId: "21", before }]);
      await sync.acknowledgeIssues(holder);
    });

    it("may be many at once, but no more than may wait", async () => {
      const ids = Array.from({ length: 700 }, (_, n) => String(5_000_000_000 + n));
      await mark(ids, now);
      const options = { at: now, mostWaiting: 700 };
      expect(await sync.mark([{ issueId: "9", seenAt: null }], options)).toMatchObject({
        written: false,
      });
      expect(await sync.noted(["9"], now)).toMatchObject({ waiting: 0 });
      const { holder, claimed } = await lease(now);
      expect(idsOf(claimed)).toEqual(ids);
      await sync.acknowledgeIssues(holder);
      expect((await sync.queue()).length).toBe(0);
    });

    it("are told to wait, with the first of all that is free and whether a search is asked for", async () => {
      const first = await mark(["12"], addMinutes(now, -1));
      await mark(["11"], now);
      expect(await sync.noted(["11", "404"], now)).toMatchObject({
        waiting: 1,
        firstFree: first,
        isSearchAsked: false,
      });
      await store.states.write("sweep", true, now);
      expect(await sync.noted(["11"], now)).toMatchObject({ isSearchAsked: true });
      await store.states.write("sweep", false, now);
      const { holder } = await lease(now);
      expect(await sync.noted(["11"], now)).toMatchObject({
        waiting: 1,
        firstFree: null,
        isSearchAsked: false,
      });
      await sync.acknowledgeIssues(holder);
      const sweep = await store.states.read("sweep");
      if (sweep !== null) await store.states.forget(sweep);
    });
  });

  describe("goals to roll", () => {
    const dirty = async () =>
      (await store.roll.goalsToRoll("0", { asOf: now, count: 9 })).goals.map(
        ({ toRoll }) => toRoll,
      );
    const roll = (goalId: string, sequence: number) =>
      rollups.put(aStoredRollup({ goalId }), sequence);

    it("have sequences that grow with every mark and never restart", async () => {
      await store.goals.insert(aGoal({ id: "1" }));
      await store.goals.insert(aGoal({ id: "2" }));
      await sync.markGoals(["1", "2", "1", "404"]);
      const first = await dirty();
      expect(first.map(({ goal }) => goal.id)).toEqual(["1", "2"]);
      for (const { goal, sequence } of first) await roll(goal.id, sequence);
      expect(await dirty()).toEqual([]);
      await sync.markGoals(["1"]);
      const [again] = await dirty();
      expect(again?.sequence).toBeGreaterThan(first[0]?.sequence ?? Infinity);
      await sync.markGoals(["1"]);
      await roll("1", again?.sequence ?? 0);
      expect(await sync.dirtyGoals()).toBe(1);
    });

    it("are marked once for as many issues as a round concerns, whichever of these they hold", async () => {
      const link = anIssueLink({ id: "31", goalId: "3", issueId: "7001299" });
      await store.goals.insert(aGoal({ id: "3" }));
      await store.goals.rebuildClosure();
      await store.links.insert([link]);
      const members = ["7000000", "7001299"].map((issueId) => ({ link, issueId }));
      await store.scope.addMemberships(members);
      await store.scope.putIssues(
        [aReadIssue({ id: "7000000" }), aReadIssue({ id: "7001299" })],
        now,
      );
      await store.scope.markGone(["7001299"], now);
      await sync.markGoals(["3", "4"]);
      const before = await sync.sequencesOf(["3", "4"]);
      const concerned = Array.from({ length: 1300 }, (_, n) => String(7_000_000 + n));
      await sync.markGoalsOf(concerned);
      const marked = 1 + (before.get("3") ?? Infinity);
      expect(await sync.sequencesOf(["3", "4"])).toEqual(new Map(before).set("3", marked));
      const placements = await store.scope.placements(concerned);
      const gone = { goalId: "3", stamp: marked, issue: null };
      expect(placements).toMatchObject([{ issue: { item: { id: "7000000" } } }, gone]);
    });

    it("say as of which mark their scope is to be placed anew", async () => {
      const second = async () => (await dirty()).filter(({ goal }) => goal.id === "2");
      await sync.markGoalsToPlace(["2"]);
      const [{ sequence } = { sequence: Infinity }] = await second();
      expect(await second()).toMatchObject([{ sequence, toPlace: sequence }]);
      await sync.markGoalsToPlace(["2"]);
      await sync.setPlaced("2", sequence);
      expect(await second()).toMatchObject([{ sequence: sequence + 2, toPlace: sequence + 2 }]);
      await sync.setPlaced("2", sequence + 2);
      expect(await second()).toMatchObject([{ sequence: sequence + 2, toPlace: null }]);
    });
  });

  describe("states", () => {
    const { states } = store;

    it("are forgotten at the version that was read only", async () => {
      await states.write("sweep", { a: 1 }, now);
      const read = await states.read("sweep");
      expect(read).toEqual({ key: "sweep", value: { a: 1 }, version: 1, at: now });
      await states.write("sweep", { a: 2 }, now);
      if (read !== null) await states.forget(read);
      const later = await states.read("sweep");
      expect(later?.value).toEqual({ a: 2 });
      if (later !== null) await states.forget(later);
      expect(await states.read("sweep")).toBeNull();
    });

    it("are listed by the beginning of their keys", async () => {
      await states.write("read:1", 1, now);
      await states.write("read:2", 2, now);
      await states.write("ready", 3, now);
      expect((await states.beginning("read:")).map(({ value }) => value)).toEqual([1, 2]);
    });

    it("let one do what is due", async () => {
      const since = addMinutes(now, -60);
      expect(await states.claimOnce("hourly", now, since)).toBe(true);
      expect(await states.claimOnce("hourly", now, since)).toBe(false);
      expect(await states.claimOnce("hourly", addMinutes(now, 60), now)).toBe(true);
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
