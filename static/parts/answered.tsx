import type { ReactNode } from "react";
import { type RefusalSentences, sentenceFor } from "../sentences";
import { Failed } from "./failed";
import { instantText } from "./format";
import { Skeleton } from "./skeleton";
import { type Asked, retrySeconds } from "./use-ask";

type Props<T> = {
  readonly asked: Asked<T>;
  readonly lines?: number;
  /** Where this place has better words for a refusal than the common ones. */
  readonly refusals?: RefusalSentences;
  readonly children: (value: T) => ReactNode;
};

/** Shows what became of a question: loading, failed, refused, or the answer (marked when it could not be refreshed). */
export function Answered<T>({ asked, lines, refusals = {}, children }: Props<T>) {
  switch (asked.kind) {
    case "loading":
      return <Skeleton {...(lines === undefined ? {} : { lines })} />;
    case "failed":
      return <Failed retry={asked.retry} again />;
    case "refused":
      return (
        <div className="notice notice-warning" role="status">
          <p>{refusals[asked.problem.kind] ?? sentenceFor(asked.problem)}</p>
        </div>
      );
    case "answered":
      return (
        <>
          {asked.staleFrom === null ? null : <Stale from={asked.staleFrom} retry={asked.retry} />}
          {children(asked.value)}
        </>
      );
  }
}

function Stale({ from, retry }: { readonly from: number; readonly retry: () => void }) {
  return (
    <div className="notice notice-warning" role="status">
      <p>
        Not refreshed since {instantText(new Date(from).toISOString())}. Next try in {retrySeconds}{" "}
        s.
      </p>
      <button className="button" type="button" onClick={retry}>
        Try again
      </button>
    </div>
  );
}
