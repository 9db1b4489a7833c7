import type { useSettingsEdit } from "./use-settings-edit";

type Props = {
  readonly edit: ReturnType<typeof useSettingsEdit>;
  readonly error: string | null;
};

/** The end of the form: whether something waits to be saved, and the ways on. */
export function SaveBar({ edit, error }: Props) {
  const { dirty, busy, conflict, discard } = edit;
  return (
    <div className="stack">
      {error === null ? null : (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
      <div className="row">
        <button className="button button-primary" type="submit" disabled={!dirty || busy}>
          {conflict === null ? "Save" : "Save mine over it"}
        </button>
        {dirty || conflict !== null ? (
          <button className="button" type="button" onClick={discard}>
            Discard changes
          </button>
        ) : null}
        <p className="subtle" role="status">
          {stateText(edit)}
        </p>
      </div>
    </div>
  );
}

function stateText({ dirty, busy, savedOnce }: Props["edit"]): string {
  if (busy) return "Saving…";
  if (dirty) return "Not saved yet";
  return savedOnce ? "Saved. Numbers that depend on it are being computed again." : "";
}
