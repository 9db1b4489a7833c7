import { type FormEvent, useState } from "react";
import { view } from "../../bridge";
import { Buttons } from "../../parts/buttons";
import { Check } from "../../parts/check";
import { ChosenGoal } from "./chosen-goal";
import GoalPicker from "../../parts/goal-picker";
import { defaults, type GadgetConfig } from "./config";
import { RefreshChoice } from "./refresh-choice";
import { goalMissing, saveGadget, useWidgetSave } from "./save-config";

type Props = {
  readonly config: GadgetConfig | null;
  readonly isWidget: boolean;
};

/** Sets up the gadget. A gadget saves by its own button; a widget's Save belongs to the dashboard. */
export default function Edit({ config, isWidget }: Props) {
  const [goalId, setGoalId] = useState(config?.goalId ?? null);
  const [options, setOptions] = useState(config ?? defaults);
  const [missing, setMissing] = useState(false);
  const chosen = goalId === null ? null : { ...options, goalId };
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
      <h1 className="visually-hidden">Set up goal progress</h1>
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
        <RefreshChoice
          minutes={options.refresh}
          onChange={(refresh) => {
            setOptions({ ...options, refresh });
          }}
        />
        <Check
          label="Show what the colours mean"
          checked={options.showLegend}
          onChange={(showLegend) => {
            setOptions({ ...options, showLegend });
          }}
        />
        {isWidget ? null : <Buttons submit="Save" onCancel={() => void view.close()} />}
      </form>
    </main>
  );
}
