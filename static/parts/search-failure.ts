import { sentenceFor } from "../sentences";
import type { Asked } from "./use-ask";

/** Why a search has no answer; null when it has one or may still get one. */
export function searchFailure<T>(asked: Asked<T>): string | null {
  if (asked.kind === "refused") return sentenceFor(asked.problem);
  return asked.kind === "failed" ? sentenceFor({ kind: "unavailable" }) : null;
}
