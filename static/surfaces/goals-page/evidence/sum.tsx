import type { GoalEvidence } from "../../../../src/contract/evidence";
import type { ClassTotals } from "../../../../src/contract/progress";
import { itemsText, sizeText } from "../../../parts/format";
import { ruleName } from "../../../sentences";

type Props = {
  readonly classes: ClassTotals;
  readonly making: GoalEvidence["making"];
  readonly rule: string;
};

/** The sum that gives the headline, line by line. */
export function Sum({ classes, making, rule }: Props) {
  const { confirmed, claimed, active, todo, dropped } = classes;
  const counted = [confirmed, claimed, active, todo];
  const count = counted.reduce((total, each) => total + each.count, 0);
  return (
    <dl className="sum">
      {making === null ? <Line name="Items in scope" value={count + dropped.count} /> : null}
      {making === null ? null : <Scope making={making} />}
      {dropped.count === 0 ? null : (
        <Line name="Left out: dropped" value={`−${String(dropped.count)}`} />
      )}
      <Line name="Counted" value={itemsText(count)} strong />
      <Line name="Done, confirmed" value={itemsText(confirmed.count)} />
      <Line name="Done, claimed only" value={itemsText(claimed.count)} />
      <Line
        name={`Done by ${(ruleName[rule] ?? rule).toLowerCase()}`}
        value={`${sizeText(sumOf([confirmed, claimed]), rule)} of ${sizeText(sumOf(counted), rule)}`}
        strong
      />
    </dl>
  );
}

/** From the issues in scope to those that carry size. */
function Scope({ making }: { readonly making: NonNullable<GoalEvidence["making"]> }) {
  const { inScope, containers, folded } = making;
  return (
    <>
      <Line name="Issues in scope, each once" value={inScope} />
      {containers === 0 ? null : (
        <Line name="Left out: epics counted by what is below" value={`−${String(containers)}`} />
      )}
      {folded === 0 ? null : (
        <Line name="Left out: sub-tasks folded into their parents" value={`−${String(folded)}`} />
      )}
    </>
  );
}

function Line(props: {
  readonly name: string;
  readonly value: string | number;
  readonly strong?: boolean;
}) {
  const { name, value, strong = false } = props;
  return (
    <div className="sum-row">
      <dt>{strong ? <b>{name}</b> : name}</dt>
      <dd>{strong ? <b>{value}</b> : value}</dd>
    </div>
  );
}

/** Unknown stays unknown: a class that cannot be sized makes the sum unknown. */
function sumOf(totals: readonly { readonly size: number | null }[]): number | null {
  let total = 0;
  for (const { size } of totals) {
    if (size === null) return null;
    total += size;
  }
  return total;
}
