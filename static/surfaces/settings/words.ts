import type { RefusalSentences } from "../../sentences";

/** What a refusal means on this page. */
export const settingsRefusals: RefusalSentences = {
  "not-allowed":
    "Only Jira administrators see and change the settings of Throughline. Ask one of them.",
};

/** The same under the health of the sync, which says already that Jira wants no more questions, and until when. */
export const formRefusals: RefusalSentences = {
  ...settingsRefusals,
  "rate-limited": "The settings show here as soon as Jira answers again.",
};

/** "1 board", "3 boards". */
export function counted(count: number, what: string): string {
  return `${wholeNumber(count)} ${what}${count === 1 ? "" : "s"}`;
}

/** "16,250". */
export function wholeNumber(value: number): string {
  return new Intl.NumberFormat("en", { maximumFractionDigits: 0 }).format(value);
}

/** "a, b and c". */
export function listed(parts: readonly string[]): string {
  return new Intl.ListFormat("en-GB", { type: "conjunction" }).format(parts);
}
