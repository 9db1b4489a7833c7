import type { BillView, GoalEvidence } from "../../../../src/contract/evidence";
import { intervalText, widthText } from "../../../parts/format";
import { whyNoNumber } from "../../../sentences";
import { defectName, fixText } from "../../../evidence-words";
import type { See } from "../look";
import { SomeIssues } from "./some-issues";

type Props = { readonly evidence: GoalEvidence; readonly see: See };
type Bill = Extract<BillView, { kind: "bill" }>;

/** How certain the number is and why: the interval, and what mending each cause of its width is worth. */
export function HowCertain({ evidence, see }: Props) {
  const { progress, bill, combine } = evidence;
  const { number } = progress;
  return (
    <section className="card" aria-label="How certain it is">
      <h2 className="section-title">How certain it is</h2>
      {number.kind === "none" || number.low === number.high ? null : (
        <p>
          Between <b>{intervalText(number, { precise: true, word: " and " })}</b>, by what is
          unsized or unsettled today.
        </p>
      )}
      <WhatToMend bill={bill} combine={combine} see={see} />
    </section>
  );
}

function WhatToMend({ bill, combine, see }: Pick<GoalEvidence, "bill" | "combine"> & { see: See }) {
  if (bill === null) {
    return (
      <p className="subtle">
        {combine === "weighted"
          ? "The interval is the weighted mean of its sub-goals’ intervals; each sub-goal tells what makes it wide."
          : "Some items are hidden from you, so what makes it wide is not shown."}
      </p>
    );
  }
  if (bill.kind === "none") return <p className="subtle">{whyNoNumber[bill.why]}</p>;
  return (
    <>
      <Fixes bill={bill} see={see} />
      <WithoutEffect bill={bill} see={see} />
    </>
  );
}

function Fixes({ bill, see }: { readonly bill: Bill; readonly see: See }) {
  const { fixes, width, rest } = bill;
  if (fixes.length === 0) {
    return (
      <p className="subtle">
        {width === 0
          ? "Nothing is unsized, and everything done is settled."
          : `It is ${widthText(width)} wide, and only time narrows it: what is done settles when nothing is reopened.`}
      </p>
    );
  }
  return (
    <>
      <p className="subtle">What makes it {widthText(width)} wide, worst first:</p>
      <ol className="fixes">
        {fixes.map(({ defect, issues, hidden, count, from, to }) => (
          <li key={defect}>
            <p>
              {fixText(defect, count)}: the band goes from {widthText(from)} to{" "}
              <b>{widthText(to)}</b>.
            </p>
            <SomeIssues defect={defect} issues={issues} hidden={hidden} see={see} />
          </li>
        ))}
      </ol>
      <p className="subtle">
        {rest === 0
          ? "Then nothing is left to doubt."
          : `The last ${widthText(rest)} only time settles.`}
      </p>
    </>
  );
}

function WithoutEffect({ bill, see }: { readonly bill: Bill; readonly see: See }) {
  if (bill.withoutEffect.length === 0) return null;
  return (
    <details className="subtle receipt">
      <summary>Poor data that does not change the interval</summary>
      <ul>
        {bill.withoutEffect.map(({ defect, issues, hidden, count }) => (
          <li key={defect}>
            {defectName[defect]}: {count}
            <SomeIssues defect={defect} issues={issues} hidden={hidden} see={see} />
          </li>
        ))}
      </ul>
    </details>
  );
}
