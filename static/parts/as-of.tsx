import type { ProgressView } from "../../src/contract/progress";
import { instantText } from "./format";

/** As of when the numbers are, and whether newer ones are on their way. */
export function AsOf({ progress }: { readonly progress: ProgressView }) {
  return (
    <p className="as-of">
      {progress.asOf === null ? "Not computed yet" : `As of ${instantText(progress.asOf)}`}
      <Reading reading={progress.reading} />
    </p>
  );
}

function Reading({ reading }: { readonly reading: ProgressView["reading"] }) {
  switch (reading.kind) {
    case "current":
      return null;
    case "queued":
      return <> · waiting to be read</>;
    case "reading":
      return (
        <>
          {" "}
          · {reading.read}
          {reading.about === null ? "" : ` of about ${String(reading.about)}`} issues read
        </>
      );
    case "broken":
      return <> · not up to date: {reading.detail}</>;
  }
}
