import { type FormEvent, useState } from "react";
import { call, view } from "../../bridge";
import { Field } from "../../parts/field";
import GoalPicker from "../../parts/goal-picker";
import { useAsk } from "../../parts/use-ask";
import { gadgetRefusals } from "../../sentences";
import { type GadgetConfig, refreshChoices } from "./config";
import { goalMissing, saveGadget, useWidgetSave } from "./save-config";

type Props = {
  readonly config: GadgetConfig | null;
  readonly isWidget: boolean;
};

/** Sets up the gadget. A gadget saves by its own button; a widget's Save belongs to the dashboard. */
export default function Edit({ config, isWidget }: Props) {
  const [goalId, setGoalId] = useState(config?.goalId ?? null);
  const [showLegend, setShowLegend] = useState(config?.showLegend ?? true);
  const [refresh, setRefresh] = useState(config?.refresh ?? 0);
  const [missing, setMissing] = useState(false);
  const chosen = goalId === null ? null : { goalId, showLegend, refresh };
  useWidgetSave(isWidget, chosen, () => {
    setMissing(true);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(chosen === null);
    if (chosen !== null && !isWidget) saveGadget(chosen);
  };
  return (
    <main className="surface">
      <form className="form" onSubmit={submit}>
        {goalId === null ? null : <ChosenGoal goalId={goalId} />}
        <GoalPicker
          label={goalId === null ? "Goal" : "Another goal"}
          onPick={(goal) => {
            setMissing(false);
            setGoalId(goal.id);
          }}
        />
        {missing ? (
          <p className="field-error" role="alert">
            {goalMissing}
          </p>
        ) : null}
        <RefreshChoice value={refresh} onChange={setRefresh} />
        <label className="check">
          <input
            type="checkbox"
            checked={showLegend}
            onChange={(event) => {
              setShowLegend(event.target.checked);
            }}
          />
          Show what the colours mean
        </label>
        {isWidget ? null : (
          <div className="row">
            <button className="button button-primary" type="submit">
              Save
            </button>
            <button className="button" type="button" onClick={() => void view.close()}>
              Cancel
            </button>
          </div>
        )}
      </form>
    </main>
  );
}

function RefreshChoice(props: {
  readonly value: number;
  readonly onChange: (minutes: number) => void;
}) {
  return (
    <Field label="Refresh">
      {(control) => (
        <select
          {...control}
          className="input"
          value={props.value}
          onChange={(event) => {
            props.onChange(Number(event.target.value));
          }}
        >
          {refreshChoices.map((minutes) => (
            <option key={minutes} value={minutes}>
              {minutes === 0
                ? "When the dashboard is refreshed"
                : `Every ${String(minutes)} minutes`}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function ChosenGoal({ goalId }: { readonly goalId: string }) {
  const asked = useAsk(["goalProgress", goalId], () => call("goalProgress", { goalId }));
  if (asked.kind === "refused") {
    return <p className="subtle">{gadgetRefusals[asked.problem.kind]}</p>;
  }
  return (
    <p>
      Shows <b>{asked.kind === "answered" ? asked.value.title : "the chosen goal"}</b>
    </p>
  );
}
