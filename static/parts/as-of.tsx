import type { ProgressView } from "../../src/contract/progress";
import { instantText } from "./format";
import { ReadingNote } from "./reading-note";

/** As of when the numbers are, and whether newer ones are on their way. */
export function AsOf({ progress }: { readonly progress: ProgressView }) {
  const { asOf, reading } = progress;
  return (
    <div>
      {asOf === null && reading.kind !== "current" ? null : (
        <p className="as-of">{asOf === null ? "Not computed yet" : `As of ${instantText(asOf)}`}</p>
      )}
      <ReadingNote reading={reading} />
    </div>
  );
}
