import { type FormEvent, useEffect, useState } from "react";
import { call, view } from "../../bridge";
import { Field } from "../../parts/field";
import GoalPicker, { type PickedGoal } from "../../parts/goal-picker";
import { useAsk } from "../../parts/use-ask";
import { type GadgetConfig, refreshChoices } from "./config";

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
  useWidgetConfig(isWidget, chosen);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(chosen === null);
    if (chosen === null || isWidget) return;
    const minutes = chosen.refresh > 0 ? { refresh: chosen.refresh } : {};
    void view.submit({ goalId: chosen.goalId, showLegend, ...minutes });
  };
  return (
    <main className="surface">
      <form className="form" onSubmit={submit}>
        <ChosenGoal goalId={goalId} />
        <GoalPicker
          label={goalId === null ? "Goal" : "Another goal"}
          onPick={(goal: PickedGoal) => {
            setMissing(false);
            setGoalId(goal.id);
          }}
        />
        {missing ? (
          <p className="field-error" role="alert">
            Choose the goal that this gadget shows.
          </p>
        ) : null}
        <Field label="Refresh">
          {(control) => (
            <select
              {...control}
              className="input"
              value={refresh}
              onChange={(event) => {
                setRefresh(Number(event.target.value));
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
        <label className="row">
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

/** Tells the dashboard what a widget would save, as `@forge/dashboards-bridge` wants it. */
function useWidgetConfig(isWidget: boolean, config: GadgetConfig | null): void {
  useEffect(() => {
    if (!isWidget || config === null) return;
    void import("@forge/dashboards-bridge").then(({ widgetEdit }) => {
      widgetEdit.onProductSave(() => Promise.resolve({ ...config }));
      widgetEdit.updateConfig({ ...config });
    });
  });
}

function ChosenGoal({ goalId }: { readonly goalId: string | null }) {
  const asked = useAsk(["chosen", goalId], () => call("goalProgress", { goalId: goalId ?? "" }));
  if (goalId === null) return null;
  return (
    <p>
      Shows <b>{asked.kind === "answered" ? asked.value.title : "the chosen goal"}</b>
    </p>
  );
}
