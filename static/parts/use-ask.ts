import { useQuery } from "@tanstack/react-query";
import type { Answer, Problem } from "../../src/contract/answer";
import { answered } from "./answered-or-failed";

/** What became of a question: states that a view must show, never an answer that is both empty and failed. */
export type Asked<T> =
  | { readonly kind: "loading" }
  | {
      readonly kind: "refused";
      readonly problem: Problem;
      readonly retry: () => void;
    }
  | { readonly kind: "failed"; readonly retry: () => void }
  | {
      readonly kind: "answered";
      readonly value: T;
      /** The last attempt to refresh failed; the value is the one before. */
      readonly stale: boolean;
      readonly retry: () => void;
    };

const pollMilliseconds = 2_000;

/**
 * Asks a resolver and keeps the last answer while a newer one is on its way; late answers to an older question are
 * ignored. `pollWhile` asks again every two seconds as long as it says so.
 */
export function useAsk<T>(
  key: readonly unknown[],
  ask: () => Promise<Answer<T>>,
  pollWhile: (value: T) => boolean = never,
): Asked<T> {
  const query = useQuery({
    queryKey: key,
    queryFn: () => answered(ask()),
    refetchInterval: ({ state }) =>
      state.data?.ok === true && pollWhile(state.data.value) ? pollMilliseconds : false,
  });
  const retry = () => void query.refetch();
  if (query.data === undefined) {
    return query.isError ? { kind: "failed", retry } : { kind: "loading" };
  }
  if (!query.data.ok) return { kind: "refused", problem: query.data.problem, retry };
  return {
    kind: "answered",
    value: query.data.value,
    stale: query.isError,
    retry,
  };
}

const never = () => false;
