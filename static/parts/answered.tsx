import type { ReactNode } from "react";
import type { Problem } from "../../src/contract/answer";
import { type RefusalSentences, sentenceFor, slowDownSentence } from "../sentences";
import { Failed } from "./failed";
import { instantText } from "./format";
import { Skeleton } from "./skeleton";
import type { Asked } from "./use-ask";
import { retrySeconds } from "./wait";

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
          <p>{refusals[asked.problem.kind] ?? sentenceOf(asked.problem)}</p>
        </div>
      );
    case "answered":
      return (
        <>
          {asked.staleFrom === null ? null : (
            <Stale from={asked.staleFrom} slowDown={asked.slowDown ?? null} retry={asked.retry} />
          )}
          {children(asked.value)}
        </>
      );
  }
}

type StaleProps = {
  readonly from: number;
  readonly slowDown: Problem | null;
  readonly retry: () => void;
};

function Stale({ from, slowDown, retry }: StaleProps) {
  const next =
    slowDown === null ? `Next try in ${String(retrySeconds)} s.` : slowDownSentence(slowDown);
  return (
    <div className="notice notice-warning" role="status">
      <p>
        Not refreshed since {instantText(new Date(from).toISOString())}. {next}
      </p>
      <button className="button" type="button" onClick={retry}>
        Try again
      </button>
    </div>
  );
}

/** What a view says of a refusal: one that passes by itself is not the reader's to act on. */
const sentenceOf = (problem: Problem) =>
  problem.kind === "rate-limited" ? slowDownSentence(problem) : sentenceFor(problem);
