import { type FormEvent, type ReactNode, useState } from "react";
import type { Problem } from "../../src/contract/answer";
import type { GoalDraft } from "../../src/contract/goal";
import { Field } from "./field";
import { errorsFrom, errorsIn, type FieldErrors } from "./goal-fields";
import { GoalChoices } from "./goal-choices";
import { OwnerPicker } from "./owner-picker";

type Props = {
  readonly initial: GoalDraft;
  readonly ownerName: string | null;
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly submitLabel: string;
  readonly onSubmit: (goal: GoalDraft) => void;
  readonly onCancel: () => void;
  /** Shown above the buttons, with what is typed: the other's version after a conflict. */
  readonly children?: (typed: GoalDraft) => ReactNode;
};

/** The form of a goal, for making one and for editing one. Everything typed stays until it is saved or cancelled. */
export function GoalForm(props: Props) {
  const { initial, ownerName, busy, problem, submitLabel, onSubmit, onCancel, children } = props;
  const [goal, setGoal] = useState(initial);
  const [checked, setChecked] = useState(false);
  const own = checked ? errorsIn(goal) : {};
  const errors: FieldErrors = { ...errorsFrom(problem), ...own };
  const set = (change: Partial<GoalDraft>) => {
    setGoal({ ...goal, ...change });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(errorsIn(goal)).length === 0) onSubmit({ ...goal, title: goal.title.trim() });
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <Field label="Title" error={errors.title ?? null}>
        {(control) => (
          <input
            {...control}
            className="input"
            value={goal.title}
            onChange={(event) => {
              set({ title: event.target.value });
            }}
          />
        )}
      </Field>
      <Field label="Why" hint="The outcome, in a sentence or two" error={errors.why ?? null}>
        {(control) => (
          <textarea
            {...control}
            className="input"
            rows={3}
            value={goal.why}
            onChange={(event) => {
              set({ why: event.target.value });
            }}
          />
        )}
      </Field>
      <OwnerPicker
        owner={goal.owner}
        ownerName={ownerName}
        onPick={(owner) => {
          set({ owner });
        }}
      />
      <GoalChoices goal={goal} errors={errors} set={set} />
      {children?.(goal)}
      {errors.form === undefined ? null : (
        <p className="field-error" role="alert">
          {errors.form}
        </p>
      )}
      <div className="row">
        <button className="button button-primary" type="submit" disabled={busy}>
          {submitLabel}
        </button>
        <button className="button" type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
