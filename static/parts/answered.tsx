import type { ReactNode } from "react";
import { sentenceFor } from "../sentences";
import { Failed } from "./failed";
import { Skeleton } from "./skeleton";
import type { Asked } from "./use-ask";

type Props<T> = {
  readonly asked: Asked<T>;
  readonly lines?: number;
  readonly children: (value: T) => ReactNode;
};

/** Shows what became of a question: loading, failed, refused, or the answer (marked when it could not be refreshed). */
export function Answered<T>({ asked, lines, children }: Props<T>) {
  switch (asked.kind) {
    case "loading":
      return <Skeleton {...(lines === undefined ? {} : { lines })} />;
    case "failed":
      return <Failed retry={asked.retry} />;
    case "refused":
      return (
        <div className="notice notice-warning" role="status">
          <p>{sentenceFor(asked.problem)}</p>
        </div>
      );
    case "answered":
      return (
        <>
          {asked.stale ? <Stale retry={asked.retry} /> : null}
          {children(asked.value)}
        </>
      );
  }
}

function Stale({ retry }: { readonly retry: () => void }) {
  return (
    <div className="notice notice-warning" role="status">
      <p>These numbers could not be refreshed; they are the last ones we have.</p>
      <button className="button" type="button" onClick={retry}>
        Try again
      </button>
    </div>
  );
}
