import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Answer, Problem } from "../../src/contract/answer";
import { answered } from "./answered-or-failed";

export type Act<Q, T> = {
  readonly run: (request: Q, onDone?: (value: T) => void) => void;
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly reset: () => void;
};

/**
 * A write of a person. `send` gets a key made once for the action, so that a repeated delivery changes nothing. After
 * it every answer on the page is asked for again.
 */
export function useAct<Q, T>(send: (request: Q, key: string) => Promise<Answer<T>>): Act<Q, T> {
  const queries = useQueryClient();
  const mutation = useMutation({
    mutationFn: ({ request, key }: { readonly request: Q; readonly key: string }) =>
      answered(send(request, key)),
    onSuccess: () => void queries.invalidateQueries(),
  });
  return {
    busy: mutation.isPending,
    problem: mutation.isError ? { kind: "unavailable" } : problemOf(mutation.data),
    reset: mutation.reset,
    run: (request, onDone) => {
      mutation.mutate(
        { request, key: crypto.randomUUID() },
        {
          onSuccess: (answer) => {
            if (answer.ok) onDone?.(answer.value);
          },
        },
      );
    },
  };
}

function problemOf<T>(answer: Answer<T> | undefined): Problem | null {
  return answer === undefined || answer.ok ? null : answer.problem;
}
