import type { BillView } from "../../contract/evidence";
import { billOf } from "../../domain/bill/bill";
import { fixesOf } from "../../domain/bill/fixes";
import { grouped } from "../../domain/grouped";
import type { KnownScope } from "./known-scope";
import type { SeenScope } from "./seen-scope";

/** The uncertainty bill; issues that the person may not see are a number. */
export function billView(known: KnownScope, { sees }: SeenScope): BillView {
  const { scope, changedAt, standings } = known;
  const bill = billOf(scope, changedAt);
  if (bill.kind === "no-interval") return { kind: "none", why: bill.why };
  const width = bill.high - bill.low;
  return {
    kind: "bill",
    width,
    fixes: fixesOf(scope, bill).map(({ defect, itemIds, from, to }) => ({
      defect,
      ...someIssues(itemIds),
      from,
      to,
    })),
    rest: bill.steps.at(-1)?.width ?? width,
    withoutEffect: [...grouped(bill.withoutEffect, ({ defect }) => defect).values()].flatMap(
      (own) => {
        const [first] = own;
        if (first === undefined) return [];
        return [{ defect: first.defect, ...someIssues(own.map(({ itemId }) => itemId)) }];
      },
    ),
  };

  function someIssues(issueIds: readonly string[]) {
    const issues = issueIds.filter(sees).flatMap((issueId) => {
      const key = standings.get(issueId)?.key;
      return key === undefined ? [] : [{ issueId, key }];
    });
    return { issues, hidden: issueIds.length - issues.length, count: issueIds.length };
  }
}
