import type { ReadingState } from "../../src/contract/progress";
import { readingText } from "./reading-text";

/** Says beside a number that newer ones are on their way, or why they are not; nothing when it is up to date. */
export function ReadingNote({ reading }: { readonly reading: ReadingState }) {
  if (reading.kind === "broken") return <Broken detail={reading.detail} />;
  const text = readingText(reading);
  return text === null ? null : <p className="as-of">{text}</p>;
}

/** The mark of a number that rests on what a rule brought before Jira refused it. */
function Broken({ detail }: { readonly detail: string | null }) {
  return (
    <p className="as-of">
      <span className="lozenge lozenge-stale">Not up to date</span> Jira refuses a rule; its last
      issues are kept{detail === null ? ". The owner of its goal sees why." : `: ${detail}`}
    </p>
  );
}
