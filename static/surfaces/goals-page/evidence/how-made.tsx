import type { GoalEvidence } from "../../../../src/contract/evidence";
import type { GoalView } from "../../../../src/contract/goal";
import type { ProgressView } from "../../../../src/contract/progress";
import { AsOf } from "../../../parts/as-of";
import { DoneOf } from "../../../parts/done-of";
import { Headline } from "../../../parts/headline";
import { HiddenNote } from "../../../parts/hidden-note";
import { Legend } from "../../../parts/legend";
import { ProgressBar } from "../../../parts/progress-bar";
import { ruleName } from "../../../sentences";
import { Parts } from "./parts";
import { Sum } from "./sum";

type Props = {
  readonly goal: GoalView;
  /** Null before it is there, and where there is none. */
  readonly evidence: GoalEvidence | null;
  readonly progress: ProgressView;
};

/** How the number is made: from the issues in scope to what counts, by class and by size; and the rule that says so. */
export function HowMade({ goal, evidence, progress }: Props) {
  const { number, classes } = progress;
  const rule = ruleOf(goal, evidence);
  const isPast = evidence !== null && evidence.past.kind !== "now";
  return (
    <section className="card" aria-label="How the number is made">
      <h2 className="section-title">How the number is made</h2>
      <Headline number={number} precise>
        <DoneOf progress={progress} rule={rule.name} />
      </Headline>
      <ProgressBar number={number} classes={classes} />
      {classes === null ? null : (
        <>
          <Legend classes={classes} unsized={progress.unsized} />
          <Sum classes={classes} making={evidence?.making ?? null} rule={rule.name} />
        </>
      )}
      {isPast ? null : <Parts goal={goal} />}
      <p className="subtle">
        Counted by {(ruleName[rule.name] ?? rule.name).toLowerCase()}, version {rule.version} of the
        rule; sub-tasks {rule.countSubTasks ? "count themselves" : "are folded into their parents"}.
      </p>
      <HiddenNote hidden={progress.hidden} />
      <AsOf progress={progress} />
    </section>
  );
}

/** The rule as of the instant looked at; before its evidence is there, the goal's own. */
function ruleOf({ line, ruleVersion, countSubTasks }: GoalView, evidence: GoalEvidence | null) {
  if (evidence === null) return { name: line.rule, version: ruleVersion, countSubTasks };
  return {
    name: evidence.rule,
    version: evidence.ruleVersion,
    countSubTasks: evidence.countSubTasks,
  };
}
