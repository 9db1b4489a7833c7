import { type FormEvent, type ReactNode, useState } from "react";
import type { Problem } from "../../src/contract/answer";
import type { GoalDraft } from "../../src/contract/requests";
import { Buttons } from "./buttons";
import { errorsFrom, errorsIn, type FieldErrors } from "./goal-fields";
import { GoalChoices } from "./goal-choices";
import { GoalWords } from "./goal-words";
import { OwnerPicker } from "./owner-picker";
import { useFocusOnError } from "./use-focus-on-error";

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
  const [attempts, setAttempts] = useState(0);
  const form = useFocusOnError(attempts, problem);
  const own = attempts > 0 ? errorsIn(goal) : {};
  const errors: FieldErrors = { ...errorsFrom(problem), ...own };
  const set = (change: Partial<GoalDraft>) => {
    setGoal({ ...goal, ...change });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempts(attempts + 1);
    if (Object.keys(errorsIn(goal)).length === 0) onSubmit({ ...goal, title: goal.title.trim() });
  };
  return (
    <form ref={form} className="form" onSubmit={submit} noValidate>
      <GoalWords goal={goal} errors={errors} set={set} />
      <OwnerPicker
        owner={goal.owner}
        ownerName={ownerName}
        error={errors.owner ?? null}
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
      <Buttons submit={submitLabel} busy={busy} onCancel={onCancel} />
    </form>
  );
}
