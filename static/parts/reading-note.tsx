import type { ReadingState } from "../../src/contract/progress";
import { readingText } from "./reading-text";

/** Says beside a number that newer ones are on their way, or why they are not; nothing when it is up to date. */
export function ReadingNote({ reading }: { readonly reading: ReadingState }) {
  const text = readingText(reading);
  return text === null ? null : <p className="as-of">{text}</p>;
}
