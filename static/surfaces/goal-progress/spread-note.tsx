import type { GoalProgress } from "../../../src/contract/progress";
import { precisePercent, wholePercent } from "../../parts/format";

type SpreadNoteProps = { readonly spread: GoalProgress["spread"]; readonly exact: boolean };

/** Which 70 %? Says so where the counting rules make different numbers of the same work. */
export function SpreadNote({ spread, exact }: SpreadNoteProps) {
  if (spread?.dependsOnRule !== true) return null;
  const percent = exact ? precisePercent : wholePercent;
  return (
    <p className="subtle">
      <span className="lozenge">Depends on the rule</span> other rules say {percent(spread.lowest)}{" "}
      to {percent(spread.highest)}
    </p>
  );
}
