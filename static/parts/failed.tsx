/** Something broke: what, and a way to try again. */
export function Failed({
  what = "Throughline did not get an answer.",
  retry,
}: {
  readonly what?: string;
  readonly retry?: () => void;
}) {
  return (
    <div className="notice notice-danger" role="alert">
      <p>{what}</p>
      {retry === undefined ? null : (
        <button className="button" type="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}
