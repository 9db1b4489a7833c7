import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import type { Answer, Problem } from "../../src/contract/answer";
import { answeredInTime, SlowDown } from "./answered-or-failed";
import { retrySeconds } from "./wait";

/** What became of a question: states that a view must show, never an answer that is both empty and failed. */
export type Asked<T> =
  | { readonly kind: "loading" }
  | { readonly kind: "refused"; readonly problem: Problem; readonly retry: () => void }
  | { readonly kind: "failed"; readonly retry: () => void }
  | {
      readonly kind: "answered";
      readonly value: T;
      /** When the last attempt to refresh failed: the instant (epoch milliseconds) at which the value came. */
      readonly staleFrom: number | null;
      /** Why it was not refreshed, where Jira wants no more questions for a while. */
      readonly slowDown?: Problem | null;
      /** The value still answers the question before this one. */
      readonly older?: boolean;
      readonly retry: () => void;
    };

const pollMilliseconds = 2_000;
/**
 * Asks a resolver and keeps the last answer while a newer one is on its way; late answers to an older question are
 * ignored. `pollWhile` asks again every two seconds as long as it says so; null asks nothing yet. Where the question
 * itself changes, "keep" leaves the answer to the one before it standing until the new one comes.
 */
export function useAsk<T>(
  key: readonly unknown[],
  ask: (() => Promise<Answer<T>>) | null,
  pollWhile: (value: T) => boolean = never,
  before: "keep" | "drop" = "drop",
): Asked<T> {
  const query = useQuery<Answer<T>>({
    queryKey: key,
    queryFn: ask === null ? skipToken : () => answeredInTime(ask()),
    ...(before === "keep" ? { placeholderData: keepPreviousData } : {}),
    refetchInterval: ({ state }) => {
      if (state.status === "error") return waitAfter(state.error);
      return state.data?.ok === true && pollWhile(state.data.value) ? pollMilliseconds : false;
    },
  });
  const retry = () => void query.refetch();
  const slowDown = slowDownOf(query.error);
  if (query.data === undefined) {
    if (!query.isError) return { kind: "loading" };
    return slowDown === null
      ? { kind: "failed", retry }
      : { kind: "refused", problem: slowDown, retry };
  }
  if (!query.data.ok) return { kind: "refused", problem: query.data.problem, retry };
  const staleFrom = query.isError ? query.dataUpdatedAt : null;
  const older = query.isPlaceholderData;
  return { kind: "answered", value: query.data.value, staleFrom, slowDown, older, retry };
}

const waitAfter = (error: Error | null) =>
  error instanceof SlowDown ? error.wait : retrySeconds * 1000;

const slowDownOf = (error: Error | null) => (error instanceof SlowDown ? error.problem : null);

const never = () => false;
