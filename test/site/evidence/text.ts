import { itemClasses } from "../../../src/contract/words";
import type { ItemView } from "../../../src/contract/progress";
import type { Evidence } from "./gather";
import { ledgerLines } from "./ledger-text";
import { spreadLines } from "./spread-text";
import { classWords, noNumberWords, reasonWords, sourceWords } from "./words";

/** The evidence as a receipt to read in a terminal: the number, what it rests on, then every item with its share. */
export function evidenceText(evidence: Evidence, rule: string, asOf: number): string {
  return [
    headlineOf(evidence),
    `counted by ${rule}, as of ${new Date(asOf).toISOString()}${pastWords(evidence)}`,
    "",
    ...classLines(evidence),
    "",
    ...basisLines(evidence, rule),
    "",
    ...(evidence.spread === null ? [] : [...spreadLines(evidence.spread), ""]),
    ...(evidence.ledger === null ? [] : [...ledgerLines(evidence.ledger), ""]),
    ...itemLines(evidence),
  ].join("\n");
}

function headlineOf({ progress }: Evidence): string {
  const { number } = progress;
  if (number.kind === "none") return `No number: ${noNumberWords[number.why]}`;
  return `${percent(number.headline)} done, between ${percent(number.low)} and ${percent(number.high)}`;
}

function pastWords({ past }: Evidence): string {
  if (past.kind === "now") return "";
  const unread = past.unread > 0 ? `, ${String(past.unread)} changelogs not read` : "";
  return `, ${past.kind} (${String(past.inconsistent)} inconsistent histories${unread})`;
}

function classLines({ progress }: Evidence): readonly string[] {
  const { classes, unsized } = progress;
  if (classes === null) return [];
  const lines = itemClasses.map((each) => {
    const { count, size } = classes[each];
    return `${each.padEnd(10)}${String(count).padStart(7)} items   size ${amount(size).padEnd(10)} ${classWords[each]}`;
  });
  const without = `${"unsized".padEnd(10)}${String(unsized ?? 0).padStart(7)} items   of all of these have no size of their own`;
  return [...lines, without];
}

function basisLines({ settleDays, pools }: Evidence, rule: string): readonly string[] {
  return [
    ...settleDays.map(
      ({ projectKey, days, reopenings }) =>
        `${projectKey}: confirmed after ${String(days)} days in Done (${String(reopenings)} times an issue was reopened)`,
    ),
    ...pools
      .filter(() => rule !== "count")
      .map(
        ({ projectKey, version, sized }) =>
          `${projectKey}: unsized items draw their size from ${String(sized)} sized issues (pool ${version})`,
      ),
  ];
}

function itemLines({ items, progress }: Evidence): readonly string[] {
  const width = Math.max(0, ...items.map(({ key }) => key.length));
  const sum = items.reduce((total, { contribution }) => total + (contribution ?? 0), 0);
  const lines = items.map((item) => itemLine(item, width));
  if (progress.number.kind === "none" || items.length === 0) return lines;
  return [
    ...lines,
    "",
    `The shares of these ${String(items.length)} items add up to ${percent(sum)}.`,
  ];
}

function itemLine(item: ItemView, width: number): string {
  const share = item.contribution === null ? "" : percent(item.contribution);
  const since = item.since === null ? "" : ` since ${item.since.slice(0, 10)}`;
  return [
    item.key.padEnd(width),
    item.class.padEnd(9),
    amount(item.size).padStart(8),
    share.padStart(8),
    `${reasonWords[item.reason]}${since}; size: ${sourceWords[item.sizeSource]}`,
  ].join("  ");
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const amount = (size: number | null) =>
  size === null ? "unknown" : String(Number(size.toFixed(3)));
