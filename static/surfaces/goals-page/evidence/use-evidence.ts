import type { GoalEvidence } from "../../../../src/contract/evidence";
import type { GoalLine } from "../../../../src/contract/goal";
import { call } from "../../../bridge";
import { type Asked, useAsk } from "../../../parts/use-ask";

/** The evidence of a goal now or as of an instant; null where there is nothing yet of which evidence could be given. */
export function useEvidence(
  { id, progress }: GoalLine,
  at: string | null,
): Asked<GoalEvidence> | null {
  const isEmpty = at === null && isWithoutWork(progress);
  const asked = useAsk(
    ["goalEvidence", id, at ?? progress.asOf],
    isEmpty ? null : () => call("goalEvidence", { goalId: id, ...(at === null ? {} : { at }) }),
    undefined,
    "keep",
  );
  return isEmpty ? null : asked;
}

function isWithoutWork({ number }: GoalLine["progress"]): boolean {
  return number.kind === "none" && (number.why === "no-work" || number.why === "being-read");
}
