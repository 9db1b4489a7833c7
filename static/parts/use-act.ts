import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import type { Answer, Problem } from "../../src/contract/answer";
import { answered } from "./answered-or-failed";

export type Act<Q, T> = {
  readonly run: (request: Q, onDone?: (value: T) => void) => void;
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly reset: () => void;
};

/**
 * A write of a person. `send` gets a key made once for the action, so that a repeated delivery changes nothing: trying
 * the same again after an answer was lost keeps the key. After a write every answer on the page is asked for again.
 */
export function useAct<Q, T>(send: (request: Q, key: string) => Promise<Answer<T>>): Act<Q, T> {
  const queries = useQueryClient();
  const lost = useRef<{ readonly request: string; readonly key: string } | null>(null);
  const mutation = useMutation({
    mutationFn: ({ request, key }: { readonly request: Q; readonly key: string }) =>
      answered(send(request, key)),
    onSuccess: () => {
      lost.current = null;
      void queries.invalidateQueries();
    },
  });
  const keyFor = (request: string) => {
    const key = lost.current?.request === request ? lost.current.key : crypto.randomUUID();
    lost.current = { request, key };
    return key;
  };
  return {
    busy: mutation.isPending,
    problem: mutation.isError ? { kind: "unavailable" } : problemOf(mutation.data),
    reset: mutation.reset,
    run: (request, onDone) => {
      mutation.mutate(
        { request, key: keyFor(JSON.stringify(request)) },
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
