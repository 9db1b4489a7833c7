import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import type { Answer, Problem } from "../../src/contract/answer";
import { answered } from "./answered-or-failed";

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
      /** The value still answers the question before this one. */
      readonly older?: boolean;
      readonly retry: () => void;
    };

const pollMilliseconds = 2_000;
/** After a failure views ask again by themselves. */
export const retrySeconds = 30;

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
    queryFn: ask === null ? skipToken : () => answered(ask()),
    ...(before === "keep" ? { placeholderData: keepPreviousData } : {}),
    refetchInterval: ({ state }) => {
      if (state.status === "error") return retrySeconds * 1000;
      return state.data?.ok === true && pollWhile(state.data.value) ? pollMilliseconds : false;
    },
  });
  const retry = () => void query.refetch();
  if (query.data === undefined) {
    return query.isError ? { kind: "failed", retry } : { kind: "loading" };
  }
  if (!query.data.ok) return { kind: "refused", problem: query.data.problem, retry };
  const staleFrom = query.isError ? query.dataUpdatedAt : null;
  const older = query.isPlaceholderData;
  return { kind: "answered", value: query.data.value, staleFrom, older, retry };
}

const never = () => false;
