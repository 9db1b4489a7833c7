import type { Problem } from "../../src/contract/answer";
import { sentenceFor } from "../sentences";

/** Why an action did not succeed, said where it was tried. */
export function ActProblem({ problem }: { readonly problem: Problem | null }) {
  if (problem === null) return null;
  return (
    <p className="field-error" role="alert">
      {sentenceFor(problem)}
    </p>
  );
}
