import fc from "fast-check";
import { settleAtOf } from "../../src/domain/classes";
import { grouped } from "../../src/domain/grouped";
import { rolesOf } from "../../src/domain/role";
import { rollUp } from "../../src/domain/roll-up";
import { spreadOf, spreadOfCells } from "../../src/domain/spread";
import { defaultSettings } from "../../src/domain/settings";
import type { CountingRule } from "../../src/domain/rule";
import type { ScopeRow } from "../../src/use-cases/store-ports";
import { cellOf, histogramOf } from "../build/histogram-of";
import { aDoneItem, anItem, asOf } from "../build/item";
import { aReadIssue } from "../build/read-issue";
import { aStoredRollup } from "../build/stored-rollup";
import { tenIssueEpic, tenIssuePools } from "../build/ten-issue-epic";
import { onEveryEngine } from "./on-every-engine";

const { droppedResolutions } = defaultSettings;
const rules: readonly CountingRule[] = ["count", "points", "time"];
const roles = rolesOf(tenIssueEpic, { countSubTasks: false });

const rowOf = (item: ScopeRow["item"], more: Partial<ScopeRow> = {}): ScopeRow => {
  const role = roles.get(item.id) ?? "leaf";
  return {
    item,
    key: `SHOP-${item.id}`,
    role,
    dropped: cellOf(item, role, "count").dropped,
    settleAt: settleAtOf(item, 7),
    secured: false,
    ...more,
  };
};

const countedBy = (rows: readonly ScopeRow[]) =>
  Object.fromEntries(
    [...grouped(rows, ({ item }) => item.projectId)].map(([id, own]) => [id, own.length]),
  );

onEveryEngine((store, boundary) => {
  const { scope } = store;
  const summaryOf = async (goalId: string, rule: CountingRule = "count") =>
    (await store.roll.summariesAsRolled([{ id: goalId, rule }])).get(goalId);
  const putFacts = (items: readonly ScopeRow["item"][]) =>
    scope.putIssues(
      items.map((item) => aReadIssue(item)),
      asOf,
    );

  describe("the scope of the ten-issue epic", () => {
    const rows = tenIssueEpic.map((item) => rowOf(item));

    beforeAll(async () => {
      await putFacts(tenIssueEpic);
      await scope.replaceScope("1", rows, 1, asOf);
      await store.rollups.put(aStoredRollup({ goalId: "1", computedAt: asOf }), 1);
    });

    it.each(rules)("rolls up as the domain does by %s, in one statement", async (rule) => {
      boundary().forgetStatements();
      const { cells = [] } = (await summaryOf("1", rule)) ?? {};
      expect(boundary().statements()).toHaveLength(1);
      expect(rollUp(cells, rule, tenIssuePools)).toEqual(
        rollUp(histogramOf(tenIssueEpic, rule), rule, tenIssuePools),
      );
    });

    it("rolls up to 29.4 %, between 15.9 and 31.3, by points", async () => {
      const { cells = [] } = (await summaryOf("1", "points")) ?? {};
      const { progress } = rollUp(cells, "points", tenIssuePools);
      expect(progress).toEqual({ kind: "value", headline: 10 / 34, low: 7 / 44, high: 10 / 32 });
    });

    it("is not settled before its time", async () => {
      const early = new Date("2026-01-12T08:59:59Z");
      const settled = async () =>
        (await summaryOf("1", "points"))?.cells.filter((cell) => cell.settled);
      expect(await settled()).not.toEqual([]);
      await store.rollups.put(aStoredRollup({ goalId: "1", computedAt: early }), 2);
      expect(await settled()).toEqual([]);
    });

    it("lists its leaves by ascending id, a page at a time", async () => {
      const first = await scope.leaves("1", null, 6);
      const rest = await scope.leaves("1", first.at(-1)?.item.id ?? null, 6);
      expect([...first, ...rest]).toEqual(rows.filter((row) => row.role === "leaf"));
    });

    it("writes again only what differs", async () => {
      boundary().forgetStatements();
      await scope.replaceScope("1", rows, 1, asOf);
      expect(boundary().statements()).toHaveLength(1);
      boundary().forgetStatements();
      const changed = rows
        .slice(1)
        .map((row) => (row.item.points === 8 ? { ...row, secured: true } : row));
      await scope.replaceScope("1", changed, 1, asOf);
      expect(
        boundary()
          .statements()
          .map((sql) => sql.split(" ")[0]),
      ).toEqual(["SELECT", "INSERT", "UPDATE"]);
      expect((await scope.leaves("1", null, 50)).filter((row) => row.secured)).toHaveLength(1);
    });

    it("is left by everything when it becomes empty", async () => {
      await scope.replaceScope("1", [], 1, asOf);
      expect(await summaryOf("1")).toMatchObject({
        cells: [],
        leavesByProject: {},
        securedLeaves: {},
        nextSettleAt: null,
      });
    });
  });

  it("rolls up as the domain does, whatever is in it", async () => {
    const anyItem = fc.record({
      projectId: fc.constantFrom("10000", "10001"),
      typeId: fc.constantFrom("10001", "10004"),
      level: fc.constantFrom(-1, 0, 1),
      parentId: fc.option(fc.integer({ min: 7000, max: 7030 }).map(String)),
      category: fc.constantFrom<ScopeRow["item"]["category"][]>("new", "indeterminate", "done"),
      resolution: fc.constantFrom("Done", "Duplicate", null),
      doneSince: fc.option(
        fc.date({ min: new Date("2026-02-01"), max: asOf, noInvalidDate: true }),
      ),
      points: fc.option(
        fc.integer({ min: 0, max: 20_000 }).map((thousandths) => thousandths / 1000),
      ),
      subTaskEstimateSeconds: fc.option(fc.integer({ min: 0, max: 90_000 })),
      openSubTasks: fc.constantFrom(0, 0, 0, 2),
      hasChildren: fc.boolean(),
    });
    await store.rollups.put(aStoredRollup({ goalId: "5", computedAt: asOf }), 1);
    const anyScope = fc.array(anyItem, { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(anyScope, fc.constantFrom(...rules), async (parts, rule) => {
        const items = parts.map((part, n) => anItem({ ...part, id: String(7000 + n) }));
        const own = rolesOf(items, { countSubTasks: false });
        const rows = items.map((item, n) =>
          rowOf(item, { role: own.get(item.id) ?? "leaf", secured: n % 3 === 0 }),
        );
        await scope.replaceScope("5", rows, 1, asOf);
        const summary = await summaryOf("5", rule);
        expect(rollUp(summary?.cells ?? [], rule, tenIssuePools)).toEqual(
          rollUp(histogramOf(items, rule), rule, tenIssuePools),
        );
        const scopeAsOf = { items, countSubTasks: false, droppedResolutions, pools: tenIssuePools };
        expect(spreadOfCells(summary?.spreadCells ?? [], tenIssuePools, summary?.unsized)).toEqual(
          spreadOf(scopeAsOf),
        );
        const counting = rows.filter(({ role }) => role === "leaf" || role === "empty-container");
        expect(summary?.leavesByProject).toEqual(countedBy(counting));
        const secured = Object.values(summary?.securedLeaves ?? {}).flat();
        expect(secured.toSorted()).toEqual(
          counting.filter((row) => row.secured).map(({ item }) => item.id),
        );
        const prints = rows.map((row) => store.verify.printOf(row));
        expect(summary?.prints).toBe(prints.reduce((sum, print) => sum + print, 0));
      }),
      { numRuns: 60 },
    );
    await scope.replaceScope("5", [], 1, asOf);
  }, 30_000);

  it("names the leaves of each project, the secured ones, and when the next one settles", async () => {
    const soon = new Date("2026-03-17T00:00:00Z");
    const later = new Date("2026-03-18T00:00:00Z");
    const done = (id: string, settleAt: Date | null, more: Partial<ScopeRow> = {}) =>
      rowOf(aDoneItem({ id, projectId: "10001" }), { settleAt, ...more });
    const rows = [
      done("501", later),
      done("502", new Date("2026-03-01")),
      done("503", soon, { dropped: true }),
      { ...done("504", soon), item: aDoneItem({ id: "504", projectId: "10001", openSubTasks: 1 }) },
      rowOf(anItem({ id: "505" }), { secured: true }),
      rowOf(anItem({ id: "506" }), { secured: true, role: "container" }),
      rowOf(anItem({ id: "507" }), { role: "empty-container" }),
    ];
    await scope.replaceScope("2", rows, 1, asOf);
    await store.rollups.put(aStoredRollup({ goalId: "2", computedAt: asOf }), 1);
    expect(await summaryOf("2")).toMatchObject({
      leavesByProject: { "10000": 2, "10001": 4 },
      securedLeaves: { "10000": ["505"] },
      nextSettleAt: later,
    });
    expect(await scope.goalsOfProject("10001")).toEqual([{ goalId: "2", items: 3, done: 3 }]);
    expect(await scope.goalsOf(["505", "501", "404"])).toEqual(["2"]);
  });

  it("keeps own estimates apart from those of sub-tasks", async () => {
    const items = [
      anItem({ id: "601", estimateSeconds: 0, subTaskEstimateSeconds: 7200 }),
      anItem({ id: "602", subTaskEstimateSeconds: 7200 }),
      anItem({ id: "603" }),
    ];
    await putFacts(items);
    await scope.replaceScope(
      "3",
      items.map((item) => rowOf(item)),
      1,
      asOf,
    );
    const { spreadCells } = (await summaryOf("3")) ?? {};
    expect(spreadCells).toMatchObject([{ n: 3, time: { n: 2, thousandths: 7_200_000 } }]);
    expect((await scope.leaves("3", null, 3)).map((row) => row.item)).toEqual(items);
  });

  it("holds 5,000 issues with ids over 2^31, and takes a few statements to change one", async () => {
    const items = Array.from({ length: 5000 }, (_, n) =>
      anItem({ id: String(2 ** 40 + n), points: n % 7 }),
    );
    await scope.replaceScope(
      "4",
      items.map((item) => rowOf(item)),
      1,
      asOf,
    );
    const { spreadCells } = (await summaryOf("4")) ?? {};
    const thousandths = items.reduce((sum, { points }) => sum + 1000 * (points ?? 0), 0);
    expect(spreadCells).toMatchObject([{ n: 5000, points: { n: 5000, thousandths } }]);
    boundary().forgetStatements();
    const changed = items.map((item, n) => rowOf(n === 2500 ? { ...item, points: 99 } : item));
    await scope.replaceScope("4", changed, 1, asOf);
    expect(boundary().statements()).toHaveLength(2);
  }, 30_000);
});
