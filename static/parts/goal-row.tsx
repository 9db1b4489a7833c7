import type { GoalLine } from "../../src/contract/goal";
import { numberText } from "./number-text";
import { ProgressBar } from "./progress-bar";
import { ReadingNote } from "./reading-note";
import { StateLozenge } from "./state-lozenge";

type Props = {
  readonly goal: GoalLine;
  readonly onOpen: (goalId: string) => void;
  /** False where the line around it takes the keyboard. */
  readonly isTabStop?: boolean;
};

/** One goal in a list: name, state, number with interval, bar. The name opens what the number is made of. */
export function GoalRow({ goal, onOpen, isTabStop = true }: Props) {
  const { number, classes } = goal.progress;
  return (
    <div className="goal-row">
      <div className="row row-between">
        <span className="goal-name">
          <button
            className="link"
            type="button"
            tabIndex={isTabStop ? 0 : -1}
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
      <div>
        <p className="subtle">
          {numberText(number)}
          {goal.ownerName === null ? null : ` · ${goal.ownerName}`}
        </p>
        <ReadingNote reading={goal.progress.reading} />
      </div>
    </div>
  );
}
