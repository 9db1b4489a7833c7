import { type ReactNode, useId } from "react";
import "./forms.css";

type Props = {
  readonly label: string;
  readonly error?: string | null;
  readonly hint?: string;
  readonly children: (control: {
    readonly id: string;
    readonly "aria-invalid": boolean;
    readonly "aria-describedby": string | undefined;
  }) => ReactNode;
};

/** A labelled control with its error beside it. */
export function Field({ label, error = null, hint, children }: Props) {
  const id = useId();
  const noteId = `${id}-note`;
  const note = error ?? hint;
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        "aria-invalid": error !== null,
        "aria-describedby": note === undefined ? undefined : noteId,
      })}
      {note === undefined ? null : (
        <p
          id={noteId}
          className={error === null ? "subtle" : "field-error"}
          role={error === null ? undefined : "alert"}
        >
          {note}
        </p>
      )}
    </div>
  );
}
