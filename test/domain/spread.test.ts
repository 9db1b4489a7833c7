import fc from "fast-check";
import { spreadOf } from "../../src/domain/spread";
import { spreadRules } from "../../src/domain/spread-rule";
import { rollUp } from "../../src/domain/roll-up";
import { defaultSettings } from "../../src/domain/settings";
import { anyPools, anyRule, anySize } from "../build/arbitrary-scope";
import { anyTree } from "../build/arbitrary-tree";
import { histogramOf } from "../build/histogram-of";
import { aDoneItem, anItem } from "../build/item";
import { tenIssueEpic, tenIssuePools } from "../build/ten-issue-epic";

const { droppedResolutions } = defaultSettings;
const scopeOf = (items: typeof tenIssueEpic, countSubTasks = false) => ({
  items,
  countSubTasks,
  droppedResolutions,
  pools: tenIssuePools,
});
const inPercent = (items: typeof tenIssueEpic, countSubTasks = false) =>
  spreadOf(scopeOf(items, countSubTasks)).values.map(
    (each) => [each.rule, each.value === null ? each.why : (100 * each.value).toFixed(1)] as const,
  );
const byRule = (...scope: Parameters<typeof inPercent>): Record<string, string> =>
  Object.fromEntries(inPercent(...scope));

describe("the rule spread", () => {
  it("gives the ten-issue epic every number of the table, in its order", () => {
    expect(inPercent(tenIssueEpic)).toEqual([
      ["done-children", "70.0"],
      ["half-for-active", "75.0"],
      ["sub-tasks", "57.1"],
      ["points-naive", "41.7"],
      ["points-with-container", "19.7"],
      ["count", "62.5"],
      ["count-strict", "50.0"],
      ["points-sized", "32.3"],
      ["points", "29.4"],
      ["time", "too-few-sized"],
    ]);
  });

  it("runs from the lowest to the highest of the rules that give a number, and says that they differ", () => {
    const spread = spreadOf(scopeOf(tenIssueEpic));
    expect(spread.lowest).toBeCloseTo(15 / 76, 9);
    expect(spread.highest).toBeCloseTo(0.75, 9);
    expect(spread.dependsOnRule).toBe(true);
  });

  it("says that the number depends on the rule from more than 15 points on", () => {
    const twenty = (active: number) => [
      ...Array.from({ length: active }, (_, n) =>
        anItem({ id: String(n + 1), category: "indeterminate" }),
      ),
      ...Array.from({ length: 20 - active }, (_, n) => aDoneItem({ id: String(100 + n) })),
    ];
    const differing = (active: number) => {
      const { lowest, highest, dependsOnRule } = spreadOf(scopeOf(twenty(active)));
      return [((highest ?? 0) - (lowest ?? 0)).toFixed(3), dependsOnRule];
    };
    expect(differing(6)).toEqual(["0.150", false]);
    expect(differing(7)).toEqual(["0.175", true]);
  });

  it("gives every rule its reason where there is nothing to compute", () => {
    expect(new Set(inPercent([]).map(([, why]) => why))).toEqual(new Set(["no-work"]));
    const unsized = [anItem({ id: "1" }), aDoneItem({ id: "2", resolution: "Won't Do" })];
    const reasons = byRule(unsized);
    expect(reasons).toMatchObject({
      "done-children": "50.0",
      "sub-tasks": "no-sub-tasks",
      "points-naive": "nothing-sized",
      "points-sized": "nothing-sized",
      time: "too-few-sized",
    });
    const zero = byRule([anItem({ id: "1", points: 0 })]);
    expect(zero).toMatchObject({ "points-naive": "no-size", points: "no-size" });
    const dropped = [aDoneItem({ id: "1", points: 3, resolution: "Duplicate" })];
    expect(byRule(dropped)).toMatchObject({
      "points-naive": "100.0",
      count: "all-dropped",
      "points-sized": "all-dropped",
    });
  });

  it("takes sub-tasks as leaves where the goal counts them", () => {
    const values = byRule(tenIssueEpic, true);
    expect(values["done-children"]).toBe(((100 * (5 + 4)) / (7 + 7)).toFixed(1));
    expect(values["sub-tasks"]).toBe("57.1");
  });

  it("has the headline of each counting rule among its values", () => {
    fc.assert(
      fc.property(anyTree, anyRule, anyPools, (items, rule, pools) => {
        const { progress } = rollUp(histogramOf(items, rule), rule, pools);
        const spread = spreadOf({ items, countSubTasks: false, droppedResolutions, pools });
        const own = spread.values.find((each) => each.rule === rule);
        expect(own).toEqual(
          progress.kind === "value"
            ? { rule, value: progress.headline }
            : { rule, value: null, why: progress.why },
        );
      }),
    );
  });

  it("lies between 0 and 1 and does not depend on the order of the items", () => {
    fc.assert(
      fc.property(anyTree, anyPools, (items, pools) => {
        const scope = { items, countSubTasks: false, droppedResolutions, pools };
        const spread = spreadOf(scope);
        expect(spread.values.map(({ rule }) => rule)).toEqual(spreadRules);
        for (const { value } of spread.values) {
          if (value === null) continue;
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
        expect(spreadOf({ ...scope, items: items.toReversed() })).toEqual(spread);
      }),
    );
  });

  it("keeps its points when a story is split into parts of equal total size", () => {
    const parts = fc.array(anySize, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(anyTree, parts, fc.boolean(), anyPools, (items, sizes, isDone, pools) => {
        const whole = sizes.reduce((sum, size) => sum + Math.round(size * 1000), 0) / 1000;
        const make = isDone ? aDoneItem : anItem;
        const story = make({ id: "900", points: whole });
        const split = sizes.map((points, n) => make({ id: String(901 + n), points }));
        const pointsOf = (more: typeof items) => {
          const scope = { items: [...items, ...more], countSubTasks: false, droppedResolutions };
          return spreadOf({ ...scope, pools }).values.find(({ rule }) => rule === "points");
        };
        expect(pointsOf(split)).toEqual(pointsOf([story]));
      }),
    );
  });
});
