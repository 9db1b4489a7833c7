type Props = {
  readonly submit: string;
  readonly busy?: boolean;
  readonly cancel?: string;
  readonly onCancel: () => void;
};

/** The end of a form: its action first, then the way out. */
export function Buttons({ submit, busy = false, cancel = "Cancel", onCancel }: Props) {
  return (
    <div className="row">
      <button className="button button-primary" type="submit" disabled={busy}>
        {submit}
      </button>
      <button className="button" type="button" onClick={onCancel}>
        {cancel}
      </button>
    </div>
  );
}
