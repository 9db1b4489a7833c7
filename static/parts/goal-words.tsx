import type { GoalDraft } from "../../src/contract/requests";
import { Field } from "./field";
import type { FieldErrors } from "./goal-fields";

type Props = {
  readonly goal: GoalDraft;
  readonly errors: FieldErrors;
  readonly set: (change: Partial<GoalDraft>) => void;
};

/** Title and reason of a goal. Neither field cuts what is typed or pasted: what is too long is said beside it. */
export function GoalWords({ goal, errors, set }: Props) {
  return (
    <>
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
    </>
  );
}
