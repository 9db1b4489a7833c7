import type { ProgressView } from "../../src/contract/progress";
import { instantText } from "./format";
import { ReadingNote } from "./reading-note";

/** As of when the numbers are, and whether newer ones are on their way. */
export function AsOf({ progress }: { readonly progress: ProgressView }) {
  return (
    <div>
      <p className="as-of">
        {progress.asOf === null ? "Not computed yet" : `As of ${instantText(progress.asOf)}`}
      </p>
      <ReadingNote reading={progress.reading} />
    </div>
  );
}
