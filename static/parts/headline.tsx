import type { ProgressNumber } from "../../src/contract/progress";
import { whyNoNumber } from "../sentences";
import { precisePercent, wholePercent } from "./format";

/** The big number with its interval in words, or why there is none. */
export function Headline({
  number,
  precise = false,
}: {
  readonly number: ProgressNumber;
  readonly precise?: boolean;
}) {
  if (number.kind === "none") {
    return (
      <p className="headline-none">
        <b>No number.</b> {whyNoNumber[number.why]}
      </p>
    );
  }
  const text = precise && number.exact ? precisePercent : wholePercent;
  return (
    <p className="headline">
      <span className="headline-number">{text(number.headline)}</span>{" "}
      <span className="headline-interval">
        between {text(number.low)} and {text(number.high)}
      </span>
    </p>
  );
}
