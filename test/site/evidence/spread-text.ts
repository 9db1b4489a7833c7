import type { SpreadView } from "../../../src/contract/evidence";
import { noShareWords, spreadWords } from "./words";

/** The same work under every rule that people mean by "70 %". */
export function spreadLines({ values, dependsOnRule }: SpreadView): readonly string[] {
  const lines = values.map(({ rule, value, why }) => {
    const share = value === null ? "-" : `${(100 * value).toFixed(1)} %`;
    const reason = why === null ? "" : ` (${noShareWords[why]})`;
    return `${rule.padEnd(22)}${share.padStart(8)}  ${spreadWords[rule]}${reason}`;
  });
  const badge = "The number depends on the rule: they differ by more than 15 points.";
  return [...lines, ...(dependsOnRule ? [badge] : [])];
}
