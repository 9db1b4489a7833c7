import { retrySeconds } from "./wait";

/** Something broke: what, and a way to try again. `again` says that it will be tried without a person too. */
export function Failed({
  what = "Throughline did not get an answer.",
  retry,
  again = false,
}: {
  readonly what?: string;
  readonly retry?: () => void;
  readonly again?: boolean;
}) {
  return (
    <div className="notice notice-danger" role="alert">
      <p>
        {what}
        {again ? ` Next try in ${String(retrySeconds)} s.` : ""}
      </p>
      {retry === undefined ? null : (
        <button className="button" type="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}
