import { useState } from "react";
import type { Answer } from "../../src/contract/answer";
import { useAsk } from "./use-ask";
import { useLater } from "./use-later";

const waitMilliseconds = 200;

type Found<T> = {
  readonly found: readonly T[];
  readonly searching: boolean;
  readonly failed: boolean;
  /** Begins to search; a field that nobody comes to asks nothing. */
  readonly begin: () => void;
};

/** What a search field found for the text that has stood still for a moment. */
export function useSearch<T>(
  name: string,
  query: string,
  search: (query: string) => Promise<Answer<readonly T[]>>,
): Found<T> {
  const [begun, setBegun] = useState(false);
  const asked = useLater(query, waitMilliseconds);
  const answer = useAsk([name, asked], begun ? () => search(asked) : null);
  return {
    found: answer.kind === "answered" ? answer.value : [],
    searching: answer.kind === "loading" || asked !== query,
    failed: answer.kind === "failed" || answer.kind === "refused",
    begin: () => {
      setBegun(true);
    },
  };
}
