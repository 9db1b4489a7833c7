import { type FormEvent, useState } from "react";
import { call } from "../../../bridge";
import { ActProblem } from "../../../parts/act-problem";
import { Buttons } from "../../../parts/buttons";
import { Dialog } from "../../../parts/dialog";
import { useAct } from "../../../parts/use-act";
import { counted } from "../words";

/** The way out when numbers look wrong: everything is read from Jira again, once its price was agreed to. */
export function ReadEverything() {
  const [asking, setAsking] = useState(false);
  const [goals, setGoals] = useState<number | null>(null);
  const act = useAct((_: null, key) => call("readEverything", { key }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.run(null, (asked) => {
      setGoals(asked.goals);
      setAsking(false);
    });
  };
  return (
    <div className="row">
      <button
        className="button"
        type="button"
        onClick={() => {
          act.reset();
          setAsking(true);
        }}
      >
        Read everything again
      </button>
      <p className="subtle" role="status">
        {goals === null ? "" : askedText(goals)}
      </p>
      {asking ? (
        <Dialog
          title="Read everything again?"
          onClose={() => {
            setAsking(false);
          }}
        >
          <form className="form" onSubmit={submit}>
            <p>
              Every issue of every goal is read from Jira once more, one goal after the other. That
              costs about one point for each issue, taken from the hourly points for reading in the
              background; with many issues it takes hours.
            </p>
            <p>
              Until its turn is over, a goal says that it is being read. Changes found on the way
              are taken in as always. Needed only when numbers look wrong.
            </p>
            <ActProblem problem={act.problem} />
            <Buttons
              submit="Read everything again"
              busy={act.busy}
              onCancel={() => {
                setAsking(false);
              }}
            />
          </form>
        </Dialog>
      ) : null}
    </div>
  );
}

const askedText = (goals: number) =>
  goals === 0
    ? "No goal has work linked, so there is nothing to read."
    : `${counted(goals, "goal")} ${goals === 1 ? "waits" : "wait"} to be read again.`;
