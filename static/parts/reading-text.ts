import type { ReadingPause, ReadingState } from "../../src/contract/progress";
import { clockText } from "./clock-text";
import { issuesText } from "./format";

/** How far the work behind a number is read, and why that waits if it does; null when it is read to its end. */
export function readingText(reading: ReadingState): string | null {
  switch (reading.kind) {
    case "current":
      return null;
    case "queued":
      return `Waiting to be read.${pauseText(reading.pause)}`;
    case "reading":
      return `Being read${wayText(reading)}.${pauseText(reading.pause)}`;
    case "broken":
      return reading.detail === null ? "Not up to date." : `Not up to date: ${reading.detail}`;
  }
}

function wayText({ read, about }: Extract<ReadingState, { kind: "reading" }>): string {
  if (about === null) return read === 0 ? "" : `: ${issuesText(read)} so far`;
  // What comes after the estimate was made is not in it.
  return `: ${new Intl.NumberFormat("en").format(read)} of about ${issuesText(Math.max(read, about))}`;
}

const whyPaused: Readonly<Record<ReadingPause["why"], string>> = {
  budget: "This hour’s budget for reading Jira is used up",
  quota: "Jira’s quota for this hour is used up",
};

const pauseText = (pause: ReadingPause | null) =>
  pause === null ? "" : ` ${whyPaused[pause.why]}; goes on at ${clockText(pause.until)}.`;
