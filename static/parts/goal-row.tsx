import type { GoalLine } from "../../src/contract/goal";
import type { ProgressNumber } from "../../src/contract/progress";
import { intervalText, precisePercent, wholePercent } from "./format";
import { ProgressBar } from "./progress-bar";
import { StateLozenge } from "./state-lozenge";

type Props = {
  readonly goal: GoalLine;
  readonly onOpen: (goalId: string) => void;
};

/** One goal in a list: name, state, number with interval, bar. The name opens what the number is made of. */
export function GoalRow({ goal, onOpen }: Props) {
  const { number, classes } = goal.progress;
  return (
    <div className="goal-row">
      <div className="row row-between">
        <span className="goal-name">
          <button
            className="link"
            type="button"
            onClick={() => {
              onOpen(goal.id);
            }}
          >
            {goal.title}
          </button>
        </span>
        {goal.archived ? <span className="lozenge">Archived</span> : null}
        <StateLozenge state={goal.state} />
      </div>
      <ProgressBar number={number} classes={classes} />
      <p className="subtle">
        {numberText(number)}
        {goal.ownerName === null ? null : ` · ${goal.ownerName}`}
      </p>
    </div>
  );
}

function numberText(number: ProgressNumber): string {
  if (number.kind === "none") return "No number yet";
  const headline = (number.exact ? precisePercent : wholePercent)(number.headline);
  return `${headline} · ${intervalText(number, { precise: true, word: "–" })}`;
}
