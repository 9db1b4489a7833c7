import type { CountingRuleName, GoalStateName } from "../../src/contract/words";
import type { GoalDraft } from "../../src/contract/requests";
import { ruleName, stateName } from "../sentences";
import { Check } from "./check";
import { Field } from "./field";
import type { FieldErrors } from "./goal-fields";
import { GoalCombining } from "./goal-combining";
import { Select } from "./select";

const states: readonly GoalStateName[] = [
  "candidate",
  "committed",
  "achieved",
  "partly-achieved",
  "missed",
  "dropped",
  "carried-over",
];
const rules: readonly CountingRuleName[] = ["count", "points", "time"];

type Props = {
  readonly goal: GoalDraft;
  readonly errors: FieldErrors;
  readonly set: (change: Partial<GoalDraft>) => void;
};

/** State, dates and counting rule of a goal. */
export function GoalChoices({ goal, errors, set }: Props) {
  return (
    <>
      <div className="form-pair">
        <Select
          label="State"
          names={stateName}
          values={states}
          value={goal.state}
          onChange={(state) => {
            set({ state });
          }}
        />
        <Select
          label="Counted by"
          names={ruleName}
          values={rules}
          value={goal.rule}
          onChange={(rule) => {
            set({ rule });
          }}
        />
      </div>
      <div className="form-pair">
        <DayField
          name="startDay"
          label="Start date"
          day={goal.startDay}
          error={errors.startDay ?? null}
          onChange={(startDay) => {
            set({ startDay });
          }}
        />
        <DayField
          name="targetDay"
          label="Target date"
          day={goal.targetDay}
          error={errors.targetDay ?? null}
          onChange={(targetDay) => {
            set({ targetDay });
          }}
        />
      </div>
      <Check
        label="Count sub-tasks instead of their parents"
        checked={goal.countSubTasks}
        onChange={(countSubTasks) => {
          set({ countSubTasks });
        }}
      />
      <GoalCombining goal={goal} errors={errors} set={set} />
    </>
  );
}

function DayField(props: {
  readonly name: string;
  readonly label: string;
  readonly day: string | null;
  readonly error: string | null;
  readonly onChange: (day: string | null) => void;
}) {
  const { name, label, day, error, onChange } = props;
  return (
    <Field label={label} error={error}>
      {(control) => (
        <input
          {...control}
          name={name}
          className="input"
          type="date"
          value={day ?? ""}
          onChange={(event) => {
            onChange(event.target.value === "" ? null : event.target.value);
          }}
        />
      )}
    </Field>
  );
}
