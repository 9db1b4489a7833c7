import type { SpreadView } from "../../contract/evidence";
import type { ScopeAsOf } from "../../domain/scope-state";
import { spreadOf } from "../../domain/spread";
import { isFarApart } from "./is-far-apart";
import { wholePercent } from "./whole-percent";

/** Progress under every rule; in whole percent where exact shares would tell of single hidden issues. */
export function spreadView(scope: ScopeAsOf, exact: boolean): SpreadView {
  const spread = spreadOf(scope);
  const values = spread.values.map((each) =>
    each.value === null
      ? { rule: each.rule, value: null, why: each.why }
      : { rule: each.rule, value: exact ? each.value : wholePercent(each.value), why: null },
  );
  if (exact || spread.lowest === null || spread.highest === null) return { ...spread, values };
  const [lowest, highest] = [wholePercent(spread.lowest), wholePercent(spread.highest)];
  return { values, lowest, highest, dependsOnRule: isFarApart(lowest, highest) };
}
