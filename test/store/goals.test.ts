import type { StoredRollup } from "../../src/use-cases/store-ports";
import { aGoal } from "../build/goal";
import { aStoredRollup } from "../build/stored-rollup";
import { onEveryEngine } from "./on-every-engine";

const now = new Date("2026-03-16T12:00:00Z");
const secondsLater = (seconds: number) => new Date(now.getTime() + seconds * 1000);

onEveryEngine((store, boundary) => {
  const { goals } = store;

  describe("a goal", () => {
    it("comes back as it was written, whatever is in its words", async () => {
      const goal = aGoal({
        id: "9007199254740991",
        parentId: "4294967296",
        title: `<script>alert("1")</script> ' \\ % _ 😀 ${"é".repeat(100)}`,
        why: "漢".repeat(5000),
        owner: null,
        state: "partly-achieved",
        rule: "time",
        countSubTasks: true,
        startDay: "2024-02-29",
        targetDay: "2026-12-31",
        archived: true,
        version: 3,
        ruleVersion: 2,
      });
      await goals.insert(goal);
      expect(await goals.byId(goal.id)).toEqual(goal);
      expect(await goals.rowById(goal.id)).toEqual({
        goal,
        rollup: null,
        reading: null,
        below: null,
      });
      expect(await goals.byId("77")).toBeNull();
    });

    it("is not changed by a second insert of the same id", async () => {
      await goals.insert(aGoal({ id: "10", title: "first" }));
      await goals.insert(aGoal({ id: "10", title: "second" }));
      expect((await goals.byId("10"))?.title).toBe("first");
    });

    it("is refused with a title that is too long, rather than cut", async () => {
      const tooLong = aGoal({ id: "11", title: "x".repeat(256) });
      await expect(goals.insert(tooLong)).rejects.toMatchObject({
        name: "StoreRefused",
        statement: "goal.insert",
        code: "SQL_EXECUTION_ERROR",
      });
    });

    it("is changed by the first of two writers only", async () => {
      const goal = aGoal({ id: "12" });
      await goals.insert(goal);
      const [one, two] = await Promise.all([
        goals.update({ ...goal, title: "one", version: 2 }, 1),
        goals.update({ ...goal, title: "two", version: 2 }, 1),
      ]);
      expect([one, two].filter(Boolean)).toHaveLength(1);
      expect((await goals.byId("12"))?.title).toBe(one ? "one" : "two");
      await expect(async () => goals.update(goal, 1)).rejects.toThrow(RangeError);
    });
  });

  describe("a search", () => {
    it("finds a title by any part of it in any case, and takes % and _ for themselves", async () => {
      await goals.insert(aGoal({ id: "20", title: "Öffentlich 100 % sicher" }));
      await goals.insert(aGoal({ id: "21", title: "Snake_case everywhere" }));
      await goals.insert(aGoal({ id: "22", title: "snakeXcase \\ archived", archived: true }));
      const found = async (query: string) => (await goals.search(query, 10)).map((goal) => goal.id);
      expect(await found("öffentlich")).toEqual(["20"]);
      expect(await found("0 % s")).toEqual(["20"]);
      expect(await found("SNAKE_")).toEqual(["21"]);
      expect(await found("\\")).toEqual([]);
      expect(await found("no such goal")).toEqual([]);
    });

    it("answers at most as many as asked, in alphabetical order", async () => {
      await goals.insert(aGoal({ id: "23", title: "zebra b" }));
      await goals.insert(aGoal({ id: "24", title: "Zebra a" }));
      expect((await goals.search("zebra", 10)).map((goal) => goal.id)).toEqual(["24", "23"]);
      expect(await goals.search("zebra", 1)).toHaveLength(1);
    });
  });

  describe("rows", () => {
    it("carry rollup and reading, dates restored", async () => {
      await goals.insert(aGoal({ id: "30" }));
      const rollup: StoredRollup = aStoredRollup({ goalId: "30" });
      const reading = { kind: "reading", read: 12, about: null, since: now } as const;
      await store.rollups.put(rollup, 1);
      await store.rollups.setReading("30", reading);
      expect(await goals.rowById("30")).toMatchObject({ rollup, reading });
      expect((await goals.rowsByIds(["30", "30", "404"])).map((row) => row.rollup)).toEqual([
        rollup,
      ]);
    });

    it("come in pages without losing one, archived ones when asked", async () => {
      const many = Array.from({ length: 230 }, (_, n) =>
        aGoal({ id: String(1000 + n), parentId: "999", archived: n % 23 === 0 }),
      );
      for (const goal of many) await goals.insert(goal);
      expect(await goals.childrenOf("999")).toHaveLength(230);
      const ours = (rows: readonly { goal: { parentId: string | null } }[]) =>
        rows.filter((row) => row.goal.parentId === "999");
      expect(ours(await goals.rows({ includeArchived: true }))).toHaveLength(230);
      expect(ours(await goals.rows({ includeArchived: false }))).toHaveLength(220);
      expect(await goals.rowsByIds(many.map((goal) => goal.id))).toHaveLength(230);
    });

    it("for a viewer cost one statement and bring the projects checked within a minute", async () => {
      await goals.insert(aGoal({ id: "40" }));
      expect(await goals.rowForViewer("40", "bob", now)).toMatchObject({ browsable: null });
      const projects = new Map([
        ["10000", true],
        ["10001", false],
      ]);
      await store.people.putBrowsableProjects("bob", now, projects);
      await store.people.putBrowsableProjects("bob", secondsLater(30), new Map([["10002", true]]));
      boundary().forgetStatements();
      const seen = await goals.rowForViewer("40", "bob", secondsLater(60));
      expect(boundary().statements()).toHaveLength(1);
      expect(seen.row?.goal.id).toBe("40");
      expect(seen.browsable).toEqual(new Map([...projects, ["10002", true]]));
      const later = await goals.rowForViewer("40", "bob", secondsLater(61));
      expect(later.browsable).toEqual(new Map([["10002", true]]));
      expect(await goals.rowForViewer("41", "eve", now)).toEqual({
        row: null,
        browsable: null,
        allowance: null,
      });
    });
  });

  describe("the tree of goals", () => {
    const tree = [
      aGoal({ id: "100" }),
      aGoal({ id: "101", parentId: "100" }),
      aGoal({ id: "102", parentId: "101", state: "achieved" }),
      aGoal({ id: "103", parentId: "102", state: "candidate" }),
      aGoal({ id: "104", parentId: "103" }),
    ];

    it("knows ancestors whatever their states, nearest first", async () => {
      for (const goal of tree) await goals.insert(goal);
      expect(await goals.ancestorsOf("104")).toEqual(["103", "102", "101", "100"]);
      expect(await goals.ancestorsOf("100")).toEqual([]);
    });

    it("counts a goal upwards as far as its states let it", async () => {
      await goals.rebuildClosure();
      expect(await goals.countedIn("102")).toEqual(["102", "101", "100"]);
      expect(await goals.countedIn("103")).toEqual(["103"]);
      expect(await goals.countedIn("104")).toEqual(["104", "103"]);
    });

    it("forgets what no longer counts and learns what now does", async () => {
      await goals.update({ ...aGoal({ id: "103", parentId: "102" }), version: 2 }, 1);
      await goals.update(
        { ...aGoal({ id: "101", parentId: "100" }), archived: true, version: 2 },
        1,
      );
      await goals.rebuildClosure();
      expect(await goals.countedIn("104")).toEqual(["104", "103", "102", "101"]);
    });

    it("writes nothing when nothing changed", async () => {
      boundary().forgetStatements();
      await goals.rebuildClosure();
      const writes = boundary()
        .statements()
        .filter((sql) => !sql.startsWith("SELECT"));
      expect(writes).toEqual([]);
    });

    it("survives a loop of parents", async () => {
      await goals.insert(aGoal({ id: "110", parentId: "111" }));
      await goals.insert(aGoal({ id: "111", parentId: "110" }));
      await goals.rebuildClosure();
      expect(await goals.countedIn("110")).toEqual(["110", "111"]);
      expect(new Set(await goals.ancestorsOf("110"))).toEqual(new Set(["110", "111"]));
    });
  });
});
