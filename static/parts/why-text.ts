import type { ItemView } from "../../src/contract/progress";
import { reasonSentence } from "../sentences";
import { dayOfText } from "./format";

/** Why an item is in its class: "Done, and settled, since 3 Nov 2026". */
export function whyText({ reason, resolution, since }: ItemView): string {
  const says = resolution === null || reason !== "done-dropped-resolution" ? "" : `: ${resolution}`;
  return `${reasonSentence[reason]}${says}${since === null ? "" : `, since ${dayOfText(since)}`}`;
}
