type Props = {
  readonly label: string;
  readonly busy?: boolean;
  readonly onAct: () => void;
};

/** One of the things that can be done with a goal. */
export function ActionButton({ label, busy = false, onAct }: Props) {
  return (
    <button className="button" type="button" onClick={onAct} disabled={busy}>
      {label}
    </button>
  );
}
