import { itemClasses, type ItemView } from "../../../src/contract/progress";
import type { Evidence } from "./gather";

/** The evidence as a receipt to read in a terminal: the number, the classes, what it rests on, then every item. */
export function evidenceText(evidence: Evidence, rule: string, asOf: number): string {
  const { items, settleDays, pools } = evidence;
  return [
    headlineOf(evidence),
    `by ${rule}, as of ${new Date(asOf).toISOString()}`,
    "",
    ...classLines(evidence),
    "",
    ...settleDays.map(
      ({ projectKey, days, reopenings }) =>
        `${projectKey}: confirmed after ${String(days)} days in Done (${String(reopenings)} reopenings known)`,
    ),
    ...pools.map(
      ({ projectKey, version, sized }) =>
        `${projectKey}: unsized items draw from ${String(sized)} sized issues (pool ${version})`,
    ),
    "",
    ...items.map(itemLine),
  ].join("\n");
}

function headlineOf({ progress }: Evidence): string {
  const { number } = progress;
  if (number.kind === "none") return `No number: ${number.why}`;
  return `${percent(number.headline)}, between ${percent(number.low)} and ${percent(number.high)}`;
}

function classLines({ progress }: Evidence): readonly string[] {
  const { classes, unsized } = progress;
  if (classes === null) return [];
  return [
    ...itemClasses.map(
      (each) =>
        `${each.padEnd(10)} ${String(classes[each].count).padStart(6)} items  size ${amount(classes[each].size)}`,
    ),
    `${"unsized".padEnd(10)} ${String(unsized ?? 0).padStart(6)} items`,
  ];
}

function itemLine(item: ItemView): string {
  const share = item.contribution === null ? "" : percent(item.contribution);
  const size = `${amount(item.size)}${item.unsized ? " (unsized)" : ""}`;
  return [
    item.key.padEnd(14),
    item.class.padEnd(10),
    size.padStart(14),
    share.padStart(8),
    item.reason,
  ].join("  ");
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const amount = (size: number | null) =>
  size === null ? "unknown" : String(Number(size.toFixed(3)));
