import type { GoalView } from "../../../src/contract/goal";
import { dayText, instantText } from "../../parts/format";
import { ruleName, stateName } from "../../sentences";

/** What the goal's owner decided. */
export function GoalFacts({ goal }: { readonly goal: GoalView }) {
  const { line } = goal;
  return (
    <section className="card" aria-label="About the goal">
      <h2 className="section-title">About the goal</h2>
      <dl className="sum">
        <dt>Owner</dt>
        <dd>{line.owner === null ? "Nobody" : (line.ownerName ?? "Unknown")}</dd>
        <dt>State</dt>
        <dd>{stateName[line.state]}</dd>
        <dt>Start</dt>
        <dd>{goal.startDay === null ? "—" : dayText(goal.startDay)}</dd>
        <dt>Target date</dt>
        <dd>{line.targetDay === null ? "—" : dayText(line.targetDay)}</dd>
        <dt>Counted by</dt>
        <dd>
          {ruleName[line.rule]} (version {goal.ruleVersion})
        </dd>
        <dt>Sub-tasks</dt>
        <dd>{goal.countSubTasks ? "count themselves" : "folded into their parents"}</dd>
        <dt>Changed</dt>
        <dd>{instantText(goal.updatedAt)}</dd>
      </dl>
    </section>
  );
}
