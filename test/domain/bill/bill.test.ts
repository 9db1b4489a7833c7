import fc from "fast-check";
import { type Bill, billOf } from "../../../src/domain/bill/bill";
import type { Item } from "../../../src/domain/item";
import type { ScopeAsOf } from "../../../src/domain/scope-state";
import { aDoneItem, anItem, asOf } from "../../build/item";
import { aScope, anyScopeAsOf, rollUpScope } from "../../build/scope-as-of";
import { tenIssueEpic } from "../../build/ten-issue-epic";

type Made = Extract<Bill, { kind: "bill" }>;

function made(scope: ScopeAsOf): Made {
  const bill = billOf(scope);
  fc.pre(bill.kind === "bill");
  return bill;
}

/** The steps with narrowing and width in points of percent. */
const inPoints = ({ steps }: Made) =>
  steps.map(({ itemId, defect, narrowing, width }) => [
    itemId,
    defect,
    (100 * narrowing).toFixed(1),
    (100 * width).toFixed(1),
  ]);

const widthOf = (scope: ScopeAsOf) => {
  const { progress } = rollUpScope(scope);
  return progress.kind === "value" ? progress.high - progress.low : NaN;
};

/** The scope with these fixes made, as a person would make them in Jira. */
function fixed(scope: ScopeAsOf, fixes: Made["steps"]): ScopeAsOf {
  const medianOf = ({ typeId }: Item) => {
    const pool = scope.pools["10000"];
    const byType = pool?.byType.points[typeId];
    const all = pool?.allTypes.points;
    return (byType !== undefined && byType.n >= 5 ? byType : all)?.median ?? NaN;
  };
  const items = scope.items.map((item) =>
    fixes
      .filter(({ itemId }) => itemId === item.id)
      .reduce<Item>((now, { defect }) => {
        if (defect === "open-sub-task") return { ...now, openSubTasks: 0 };
        if (defect === "unsized") return { ...now, points: medianOf(now) };
        const median = scope.pools["10000"]?.containers.points["1"]?.median ?? NaN;
        return { ...now, hasChildren: true, points: median };
      }, item),
  );
  return { ...scope, items };
}

const byPoints = anyScopeAsOf.map((scope) => ({ ...scope, rule: "points" as const }));

describe("the uncertainty bill", () => {
  it("tells the ten-issue epic to close the sub-task of S10, then to size S7", () => {
    const bill = made(aScope(tenIssueEpic));
    expect(bill.low).toBeCloseTo(7 / 44, 9);
    expect(bill.high).toBeCloseTo(10 / 32, 9);
    expect(inPoints(bill)).toEqual([
      ["20110", "open-sub-task", "6.8", "8.5"],
      ["20107", "unsized", "8.5", "0.0"],
    ]);
    expect(bill.withoutEffect).toEqual([]);
  });

  it("prices an empty container, by count too", () => {
    const scope = aScope([anItem({ id: "1", level: 1 }), aDoneItem({ id: "2" })], {
      rule: "count",
    });
    expect(inPoints(made(scope))).toEqual([["1", "empty-container", "40.9", "0.0"]]);
  });

  it("takes of equal fixes the lowest id first", () => {
    const unsized = ["11", "9", "100"].map((id) => anItem({ id }));
    const { steps } = made(aScope([...unsized, aDoneItem({ id: "2", points: 3 })]));
    expect(steps.map(({ itemId }) => itemId)).toEqual(["9", "11", "100"]);
  });

  it("mends an item with two defects twice", () => {
    const both = aDoneItem({ id: "1", openSubTasks: 1 });
    const { steps } = made(aScope([both, anItem({ id: "2", points: 5 })]));
    expect(steps.map(({ defect }) => defect).toSorted()).toEqual(["open-sub-task", "unsized"]);
    expect(steps.at(-1)?.width).toBeCloseTo(0, 9);
  });

  it("lists what no fix of it makes narrower", () => {
    const scope = aScope([anItem({ id: "1" }), anItem({ id: "2", points: 5 })]);
    expect(made(scope)).toMatchObject({
      steps: [],
      withoutEffect: [{ itemId: "1", defect: "unsized" }],
    });
  });

  it("does not promise that a sub-task settles what is Done for too short a time", () => {
    const fresh = aDoneItem({ id: "1", points: 3, doneSince: asOf, openSubTasks: 1 });
    expect(made(aScope([fresh, anItem({ id: "2", points: 5 })])).steps).toEqual([]);
  });

  it("leaves dropped items alone", () => {
    const dropped = aDoneItem({ id: "1", resolution: "Duplicate", openSubTasks: 1 });
    expect(made(aScope([dropped, anItem({ id: "2", points: 5 })]))).toMatchObject({
      steps: [],
      withoutEffect: [],
    });
  });

  it("says why where there is no interval", () => {
    expect(billOf(aScope([]))).toEqual({ kind: "no-interval", why: "no-work" });
    expect(billOf(aScope([anItem({ id: "1" })], { pools: {} }))).toEqual({
      kind: "no-interval",
      why: "too-few-sized",
    });
  });
});

describe("what does not change the interval", () => {
  const days = (n: number) => new Date(asOf.getTime() - n * 86_400_000);
  const marksOf = (items: readonly Item[], changedAt: Record<string, Date> = {}) => {
    const bill = billOf(aScope(items, { rule: "count" }), new Map(Object.entries(changedAt)));
    return bill.kind === "bill" ? bill.withoutEffect : bill.why;
  };

  it("is work in progress that nobody has touched for two weeks", () => {
    const active = ["1", "2", "3"].map((id) => anItem({ id, category: "indeterminate" }));
    expect(
      marksOf([...active, anItem({ id: "4" })], { "1": days(14), "2": days(13), "4": days(99) }),
    ).toEqual([{ itemId: "1", defect: "stale-in-progress" }]);
  });

  it("is Done without a resolution", () => {
    expect(marksOf([aDoneItem({ id: "1", resolution: null }), aDoneItem({ id: "2" })])).toEqual([
      { itemId: "1", defect: "done-without-resolution" },
    ]);
  });

  it("is a container whose status is not that of its children", () => {
    const children = [
      aDoneItem({ id: "11", parentId: "1" }),
      anItem({ id: "12", parentId: "1" }),
      aDoneItem({ id: "21", parentId: "2" }),
      aDoneItem({ id: "31", parentId: "3" }),
    ];
    const containers = [
      aDoneItem({ id: "1", level: 1 }),
      anItem({ id: "2", level: 1 }),
      aDoneItem({ id: "3", level: 1 }),
    ];
    expect(marksOf([...containers, ...children])).toEqual([
      { itemId: "1", defect: "done-above-open" },
      { itemId: "2", defect: "open-above-done" },
    ]);
  });
});

describe("every uncertainty bill", () => {
  it("is kept: after each of its steps the interval is as narrow as promised", () => {
    fc.assert(
      fc.property(byPoints, (scope) => {
        const { steps, low, high } = made(scope);
        steps.forEach((step, n) => {
          expect(widthOf(fixed(scope, steps.slice(0, n + 1)))).toBeCloseTo(step.width, 9);
        });
        const narrowed = steps.reduce((sum, { narrowing }) => sum + narrowing, 0);
        expect(high - low - narrowed).toBeCloseTo(steps.at(-1)?.width ?? high - low, 9);
      }),
      { numRuns: 300 },
    );
  });

  it("takes the best single next fix at every step", () => {
    fc.assert(
      fc.property(byPoints, (scope) => {
        const { steps } = made(scope);
        steps.forEach((step, n) => {
          const now = fixed(scope, steps.slice(0, n));
          for (const other of steps.slice(n)) {
            const narrowing = widthOf(now) - widthOf(fixed(now, [other]));
            expect(narrowing).toBeLessThan(step.narrowing + 1e-9);
          }
        });
      }),
      { numRuns: 200 },
    );
  });

  it("is never better than the best set of as many fixes", () => {
    fc.assert(
      fc.property(byPoints, fc.integer({ min: 1, max: 3 }), (scope, size) => {
        const { steps } = made(scope);
        fc.pre(steps.length >= size && steps.length <= 8);
        const greedy = steps[size - 1]?.width ?? NaN;
        const best = Math.min(...setsOf(steps, size).map((set) => widthOf(fixed(scope, set))));
        expect(greedy).toBeGreaterThan(best - 1e-9);
      }),
      { numRuns: 60 },
    );
  });

  it("does not depend on the order of the items", () => {
    fc.assert(
      fc.property(anyScopeAsOf, (scope) => {
        const { steps } = made(scope);
        expect(made({ ...scope, items: scope.items.toReversed() }).steps).toEqual(steps);
      }),
    );
  });
});

function setsOf<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  if (size === 0) return [[]];
  return all.flatMap((first, n) =>
    setsOf(all.slice(n + 1), size - 1).map((rest) => [first, ...rest]),
  );
}
