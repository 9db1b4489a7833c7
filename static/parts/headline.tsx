import type { ReactNode } from "react";
import type { ProgressNumber } from "../../src/contract/progress";
import { whyNoNumber } from "../sentences";
import { intervalText, precisePercent, wholePercent } from "./format";

type Props = {
  readonly number: ProgressNumber;
  readonly precise?: boolean;
  /** Where the number opens to what it is made of. */
  readonly onOpen?: () => void;
  /** Small print beside the number: of what it is. */
  readonly children?: ReactNode;
};

/** The big number with its interval in words, or why there is none. A number that changes is read out. */
export function Headline({ number, precise = false, onOpen, children }: Props) {
  if (number.kind === "none") {
    return (
      <div aria-live="polite">
        <p className="headline-none">
          <b>No number.</b> {whyNoNumber[number.why]}
        </p>
        {children}
      </div>
    );
  }
  const text = precise && number.exact ? precisePercent : wholePercent;
  return (
    <div className="headline" aria-live="polite" aria-atomic="true">
      {onOpen === undefined ? (
        <p className="headline-number">{text(number.headline)}</p>
      ) : (
        <button
          className="headline-number headline-open"
          type="button"
          title="What this number is made of"
          onClick={onOpen}
        >
          {text(number.headline)}
        </button>
      )}
      <div className="headline-notes">
        <p className="subtle">between {intervalText(number, { precise, word: " and " })}</p>
        {children}
      </div>
    </div>
  );
}
