import type { ItemView } from "../../../../src/contract/progress";
import { whyText } from "../../../parts/why-text";
import { className, sizeSentence } from "../../../sentences";

const head = [
  "Key",
  "Title",
  "Project",
  "Counted as",
  "Why",
  "Since",
  "Resolution",
  "Size",
  "Unsized",
  "Size from",
  "Brings (points of percent)",
] as const;

/** The items as comma-separated values (RFC 4180), with the mark by which spreadsheets know UTF-8. Times are in seconds. */
export function csvOf(items: readonly ItemView[]): string {
  const lines = [head, ...items.map(fieldsOf)];
  return `\uFEFF${lines.map((fields) => `${fields.map(quoted).join(",")}\r\n`).join("")}`;
}

function fieldsOf(item: ItemView): readonly string[] {
  return [
    item.key,
    item.title,
    item.projectKey,
    className[item.class],
    whyText(item),
    item.since ?? "",
    item.resolution ?? "",
    numberOf(item.size),
    item.unsized ? "yes" : "no",
    sizeSentence[item.sizeSource],
    numberOf(item.contribution === null ? null : item.contribution * 100),
  ];
}

const numberOf = (value: number | null) => (value === null ? "" : String(value));

/** Spreadsheets run a cell that begins like a formula; an apostrophe makes it text. */
function quoted(field: string): string {
  const isFormula = /^[=+\-@\t\r]/.test(field) && Number.isNaN(Number(field));
  const safe = isFormula ? `'${field}` : field;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
