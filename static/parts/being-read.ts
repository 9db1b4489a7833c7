import type { ProgressView } from "../../src/contract/progress";

/** Newer numbers are on their way: a view asks again until they are there. */
export function isBeingRead({ reading }: Pick<ProgressView, "reading">): boolean {
  return reading.kind === "queued" || reading.kind === "reading";
}
