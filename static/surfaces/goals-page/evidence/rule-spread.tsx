import type { GoalEvidence, SpreadView } from "../../../../src/contract/evidence";
import { SpreadBar } from "../../../charts/spread-bar";
import { spreadScale } from "../../../charts/spread-scale";
import { spreadRule, whyNoShare } from "../../../evidence-words";
import { type Percent, precisePercent, wholePercent } from "../../../parts/format";
import { ruleName } from "../../../sentences";

/** The same work under every rule: which 70 %? */
export function RuleSpread({ evidence }: { readonly evidence: GoalEvidence }) {
  const { spread, rule, progress } = evidence;
  const { number } = progress;
  if (spread === null) return null;
  const percent = number.kind === "value" && number.exact ? precisePercent : wholePercent;
  return (
    <section className="card" aria-label="What other rules say">
      <h2 className="section-title">What other rules say</h2>
      <p>{saysText(spread, percent)}</p>
      <Bar spread={spread} rule={rule} percent={percent} />
      <div className="numbers-scroll">
        <table className="numbers">
          <thead>
            <tr>
              <th scope="col">Rule</th>
              <th scope="col" className="number">
                Progress
              </th>
            </tr>
          </thead>
          <tbody>
            {spread.values.map((line) => (
              <RuleRow key={line.rule} line={line} isOwn={line.rule === rule} percent={percent} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function saysText({ lowest, highest, dependsOnRule }: SpreadView, percent: Percent): string {
  if (lowest === null || highest === null) return "No rule gives a number.";
  if (lowest === highest) return `Every rule gives ${percent(lowest)}.`;
  const between = `The same work is between ${percent(lowest)} and ${percent(highest)} done, by the rule that counts it.`;
  return dependsOnRule
    ? `${between} The number depends on the rule: ask which one is meant.`
    : `${between} The rules agree within 15 points.`;
}

function Bar(props: {
  readonly spread: SpreadView;
  readonly rule: string;
  readonly percent: Percent;
}) {
  const { spread, rule, percent } = props;
  const scale = spreadScale(spread.values, rule);
  if (scale === null) return null;
  const told = spread.values.flatMap(({ rule: name, value }) =>
    value === null ? [] : [`${spreadRule[name].name} ${percent(value)}`],
  );
  return (
    <div className="spread">
      <SpreadBar scale={scale} description={`Progress by rule: ${told.join(", ")}.`} />
      <p className="subtle row row-between" aria-hidden="true">
        <span>0 %</span>
        <span>tall mark: {(ruleName[rule] ?? rule).toLowerCase()}, this goal’s rule</span>
        <span>100 %</span>
      </p>
    </div>
  );
}

function RuleRow(props: {
  readonly line: SpreadView["values"][number];
  readonly isOwn: boolean;
  readonly percent: Percent;
}) {
  const { line, isOwn, percent } = props;
  const { name, counts } = spreadRule[line.rule];
  return (
    <tr>
      <th scope="row">
        {isOwn ? <b>{name} (this goal’s rule)</b> : name}
        <p className="subtle">{counts}</p>
      </th>
      <td className="number">
        {line.value === null ? (
          <span className="subtle">{line.why === null ? "no number" : whyNoShare[line.why]}</span>
        ) : (
          percent(line.value)
        )}
      </td>
    </tr>
  );
}
