import type { GoalProgress } from "../../contract/progress";
import { withholdFor } from "../../domain/withhold";
import type { VisibleGoal } from "../permissions";
import { isFarApart } from "./is-far-apart";
import { wholePercent } from "./whole-percent";

/** How far the rules lie apart, as one person may see it: in whole percent where 1 to 4 items are hidden (C15). */
export function spreadGlance({ row, sight }: VisibleGoal): GoalProgress["spread"] {
  const { rollup } = row;
  const spread = rollup?.spread ?? null;
  if (rollup === null || spread === null) return null;
  if (withholdFor(sight.hiddenOf(rollup), rollup.rollup.progress).exact) return spread;
  const [lowest, highest] = [wholePercent(spread.lowest), wholePercent(spread.highest)];
  return { lowest, highest, dependsOnRule: isFarApart(lowest, highest) };
}
