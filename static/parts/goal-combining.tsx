import type { GoalDraft } from "../../src/contract/requests";
import { combineName } from "../sentences";
import { Field } from "./field";
import type { FieldErrors } from "./goal-fields";
import { Select } from "./select";

type Combine = NonNullable<GoalDraft["combine"]>;
const ways: readonly Combine[] = ["union", "weighted"];

type Props = {
  readonly goal: GoalDraft;
  readonly errors: FieldErrors;
  readonly set: (change: Partial<GoalDraft>) => void;
};

/** How the number is made of sub-goals, and what the goal weighs in a weighted parent. Most goals need none of it. */
export function GoalCombining({ goal, errors, set }: Props) {
  const { combine = "union", weight = 1, ownWeight = 1 } = goal;
  const isUsual = combine === "union" && weight === 1;
  return (
    <details className="receipt" open={isUsual ? undefined : true}>
      <summary>Sub-goals and weights</summary>
      <div className="form-pair">
        <Select
          label="Its number is"
          names={combineName}
          values={ways}
          value={combine}
          onChange={(way) => {
            set({ combine: way });
          }}
        />
        {combine === "union" ? null : (
          <WeightField
            label="Weight of its own links"
            weight={ownWeight}
            error={errors.ownWeight ?? null}
            onChange={(own) => {
              set({ ownWeight: own });
            }}
          />
        )}
        <WeightField
          label="Weight in a weighted parent"
          weight={weight}
          error={errors.weight ?? null}
          onChange={(next) => {
            set({ weight: next });
          }}
        />
      </div>
    </details>
  );
}

function WeightField(props: {
  readonly label: string;
  /** NaN while nothing that is a number is typed. */
  readonly weight: number;
  readonly error: string | null;
  readonly onChange: (weight: number) => void;
}) {
  const { label, weight, error, onChange } = props;
  return (
    <Field label={label} error={error}>
      {(control) => (
        <input
          {...control}
          className="input"
          type="number"
          min={0}
          step={1}
          value={Number.isNaN(weight) ? "" : weight}
          onChange={({ target }) => {
            onChange(target.value === "" ? NaN : Number(target.value));
          }}
        />
      )}
    </Field>
  );
}
