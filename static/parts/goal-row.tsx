import type { GoalLine } from "../../src/contract/goal";
import { precisePercent, wholePercent } from "./format";
import { ProgressBar } from "./progress-bar";
import { StateLozenge } from "./state-lozenge";

/** One goal in a list: name, state, number with interval, bar. */
export function GoalRow({
  goal,
  onOpen,
}: {
  readonly goal: GoalLine;
  readonly onOpen?: () => void;
}) {
  const { number, classes } = goal.progress;
  const text = number.kind === "value" && number.exact ? precisePercent : wholePercent;
  return (
    <div className="goal-row">
      <div className="row row-between">
        {onOpen === undefined ? (
          <span className="goal-name">{goal.title}</span>
        ) : (
          <button className="link goal-name" type="button" onClick={onOpen}>
            {goal.title}
          </button>
        )}
        <span className="row">
          {goal.archived ? <span className="lozenge">Archived</span> : null}
          <StateLozenge state={goal.state} />
        </span>
      </div>
      <ProgressBar number={number} classes={classes} />
      <p className="subtle">
        {number.kind === "value"
          ? `${text(number.headline)} · ${text(number.low)}–${text(number.high)}`
          : "No number yet"}
        {goal.ownerName === null ? null : ` · ${goal.ownerName}`}
      </p>
    </div>
  );
}
