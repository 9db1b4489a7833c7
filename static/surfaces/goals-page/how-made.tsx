import type { GoalLine } from "../../../src/contract/goal";
import type { ClassTotals } from "../../../src/contract/progress";
import { AsOf } from "../../parts/as-of";
import { DoneOf } from "../../parts/done-of";
import { itemsText, sizeText } from "../../parts/format";
import { Headline } from "../../parts/headline";
import { HiddenNote } from "../../parts/hidden-note";
import { Legend } from "../../parts/legend";
import { ProgressBar } from "../../parts/progress-bar";
import { ruleName } from "../../sentences";

/** How the number is made: the classes with counts and sizes, and the sum that gives the headline. */
export function HowMade({ line }: { readonly line: GoalLine }) {
  const { progress, rule } = line;
  return (
    <section className="card" aria-label="How the number is made">
      <h2 className="section-title">How the number is made</h2>
      <Headline number={progress.number} precise>
        <DoneOf progress={progress} rule={rule} />
      </Headline>
      <ProgressBar number={progress.number} classes={progress.classes} />
      {progress.classes === null ? null : (
        <>
          <Legend classes={progress.classes} unsized={progress.unsized} />
          <Sum classes={progress.classes} rule={rule} />
        </>
      )}
      <HiddenNote hidden={progress.hidden} />
      <AsOf progress={progress} />
    </section>
  );
}

function Sum({ classes, rule }: { readonly classes: ClassTotals; readonly rule: string }) {
  const { confirmed, claimed, active, todo, dropped } = classes;
  const counted = [confirmed, claimed, active, todo];
  const done = sum([confirmed, claimed]);
  const all = sum(counted);
  const count = counted.reduce((total, each) => total + each.count, 0);
  return (
    <dl className="sum">
      <dt>Items in scope</dt>
      <dd>{count + dropped.count}</dd>
      <dt>Left out: dropped</dt>
      <dd>−{dropped.count}</dd>
      <dt>Counted</dt>
      <dd>{itemsText(count)}</dd>
      <dt>Done (confirmed and claimed)</dt>
      <dd>{itemsText(confirmed.count + claimed.count)}</dd>
      <dt>By {(ruleName[rule] ?? rule).toLowerCase()}</dt>
      <dd>
        {sizeText(done, rule)} of {sizeText(all, rule)}
      </dd>
    </dl>
  );
}

/** Unknown stays unknown: a class that cannot be sized makes the sum unknown. */
function sum(totals: readonly { readonly size: number | null }[]): number | null {
  let total = 0;
  for (const { size } of totals) {
    if (size === null) return null;
    total += size;
  }
  return total;
}
