import fc from "fast-check";
import { billOf } from "../../../src/domain/bill/bill";
import { fixesOf } from "../../../src/domain/bill/fixes";
import { anyScopeAsOf, aScope } from "../../build/scope-as-of";
import { tenIssueEpic } from "../../build/ten-issue-epic";

test("the steps of one defect are one fix, in the order of the best of them", () => {
  const scope = aScope(tenIssueEpic);
  const bill = billOf(scope);
  if (bill.kind !== "bill") throw new Error(bill.why);
  const fixes = fixesOf(scope, bill);
  expect(fixes.map(({ defect, itemIds }) => [defect, itemIds])).toEqual([
    ["open-sub-task", ["20110"]],
    ["unsized", ["20107"]],
  ]);
  expect(fixes[0]?.from).toBeCloseTo(0.3125 - 7 / 44, 12);
});

test("of any scope the fixes hold every step once and lead from the whole width to what is left", () => {
  fc.assert(
    fc.property(anyScopeAsOf, (scope) => {
      const bill = billOf(scope);
      if (bill.kind !== "bill") return;
      const fixes = fixesOf(scope, bill);
      const mended = fixes.flatMap(({ defect, itemIds }) => itemIds.map((id) => `${id} ${defect}`));
      const steps = bill.steps.map(({ itemId, defect }) => `${itemId} ${defect}`);
      expect(mended.toSorted()).toEqual(steps.toSorted());
      let width = bill.high - bill.low;
      for (const { from, to } of fixes) {
        expect(from).toBeCloseTo(width, 9);
        width = to;
      }
      expect(width).toBeCloseTo(bill.steps.at(-1)?.width ?? bill.high - bill.low, 9);
    }),
  );
});
