import type { GoalView } from "../../../src/contract/goal";
import { call } from "../../bridge";
import { Answered } from "../../parts/answered";
import { isBeingRead } from "../../parts/being-read";
import { precisePercent, wholePercent } from "../../parts/format";
import { ItemsList } from "../../parts/items-list";
import { StateLozenge } from "../../parts/state-lozenge";
import { useAsk } from "../../parts/use-ask";
import { GoalActions } from "./goal-actions";
import { GoalFacts } from "./goal-facts";
import { GoalTree } from "./goal-tree";
import { useArrival } from "./use-arrival";
import { HowMade } from "./how-made";
import { Links } from "./links";

type Props = {
  readonly goalId: string;
  readonly accountId: string | undefined;
  readonly moved: boolean;
  readonly onOpen: (goalId: string) => void;
  readonly onBack: () => void;
};

/** One goal with everything behind its number: how it is made, what is linked, and every item. */
export function GoalDetail({ goalId, accountId, moved, onOpen, onBack }: Props) {
  const asked = useAsk(
    ["getGoal", goalId],
    () => call("getGoal", { goalId }),
    ({ line }) => isBeingRead(line.progress),
  );
  return (
    <>
      <nav aria-label="Goals above">
        <button className="link" type="button" onClick={onBack}>
          All goals
        </button>
        {asked.kind === "answered"
          ? asked.value.parents.map(({ id, title }) => (
              <span key={id}>
                {" / "}
                <button
                  className="link"
                  type="button"
                  onClick={() => {
                    onOpen(id);
                  }}
                >
                  {title}
                </button>
              </span>
            ))
          : null}
      </nav>
      {asked.kind === "answered" ? null : <h1 className="visually-hidden">Goal</h1>}
      <Answered asked={asked} lines={8}>
        {(goal) => <Detail goal={goal} accountId={accountId} moved={moved} onOpen={onOpen} />}
      </Answered>
    </>
  );
}

function Detail(props: {
  readonly goal: GoalView;
  readonly accountId: string | undefined;
  readonly moved: boolean;
  readonly onOpen: (goalId: string) => void;
}) {
  const { goal, accountId, moved, onOpen } = props;
  const heading = useArrival(moved);
  const { line } = goal;
  return (
    <>
      <header className="goal-head">
        <h1 ref={heading} tabIndex={-1} className="page-title">
          {questionOf(goal)} <span className="goal-title">{line.title}</span>
        </h1>
        <span className="row">
          <StateLozenge state={line.state} />
          {line.archived ? <span className="lozenge">Archived</span> : null}
        </span>
        {goal.why === "" ? null : <p className="goal-why">{goal.why}</p>}
        <GoalActions goal={goal} accountId={accountId} onOpen={onOpen} />
      </header>
      <div className="columns">
        <HowMade line={line} />
        <GoalFacts goal={goal} />
      </div>
      <Links goal={goal} />
      {goal.children.length === 0 ? null : (
        <section className="card" aria-label="Sub-goals">
          <h2 className="section-title">Sub-goals</h2>
          <p className="subtle">
            Their items are counted above, each once; those of candidates are not.
          </p>
          <GoalTree label="Sub-goals" goals={goal.children} onOpen={onOpen} />
        </section>
      )}
      <section className="card" aria-label="Items">
        <h2 className="section-title">The items</h2>
        <ItemsList goalId={line.id} rule={line.rule} asOf={line.progress.asOf} />
      </section>
    </>
  );
}

function questionOf({ line }: GoalView): string {
  const { number } = line.progress;
  if (number.kind === "none") return "No number yet:";
  return `${(number.exact ? precisePercent : wholePercent)(number.headline)} — of what?`;
}
