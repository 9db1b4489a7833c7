import type { ProgressNumber } from "../../src/contract/progress";
import { whyNoNumberShort } from "../sentences";
import { intervalText, precisePercent, wholePercent } from "./format";

/** A number with its interval in one line: "29.4 % · 15.9–31.3 %", or in a few words why there is none. */
export function numberText(number: ProgressNumber): string {
  if (number.kind === "none") return whyNoNumberShort[number.why];
  const headline = (number.exact ? precisePercent : wholePercent)(number.headline);
  return `${headline} · ${intervalText(number, { precise: true, word: "–" })}`;
}
