/** Whole percent for gadgets: "29 %". What has begun is not 0 %, and what is not finished not 100 %. */
export function wholePercent(share: number): string {
  return `${rounded(share, 0)} %`;
}

/** One decimal for details: "29.4 %". */
export function precisePercent(share: number): string {
  return `${rounded(share, 1)} %`;
}

/** How a share is written: exactly, or in whole percent where items are hidden (C15) or room is scarce. */
export type Percent = (share: number) => string;

/** Both ends of an interval: "16 and 31 %" with the word between them. */
export function intervalText(
  { low, high, exact }: { readonly low: number; readonly high: number; readonly exact: boolean },
  { precise, word }: { readonly precise: boolean; readonly word: string },
): string {
  const digits = precise && exact ? 1 : 0;
  return `${rounded(low, digits)}${word}${rounded(high, digits)} %`;
}

/** A change of a number in points of percent, with its sign: "+8.2 points". */
export function pointsText(share: number, exact = true): string {
  const digits = exact ? 1 : 0;
  const size = (Math.abs(share) * 100).toFixed(digits);
  const sign = share > nothing ? "+" : share < -nothing ? "−" : "±";
  const least = (10 ** -digits).toFixed(digits);
  return `${sign}${Number(size) === 0 && sign !== "±" ? `<${least}` : size} points`;
}

/** How wide an interval is, in points of percent: "15.4 points". */
export function widthText(width: number): string {
  return `${rounded(width, 1)} points`;
}

/** Sums of floating numbers miss their value by less than this. */
const nothing = 1e-9;

function rounded(share: number, digits: number): string {
  const text = (share * 100).toFixed(digits);
  const step = (10 ** -digits).toFixed(digits);
  if (Number(text) === 0 && share > nothing) return `<${step}`;
  if (Number(text) === 100 && share < 1 - nothing)
    return `>${(100 - Number(step)).toFixed(digits)}`;
  return text;
}

/** A size under a rule as people write it: items and points plain, estimates in hours. */
export function sizeText(size: number | null, rule: string): string {
  if (size === null) return "unknown";
  if (rule === "time") return `${number(size / 3600)} h`;
  return number(size);
}

const number = (value: number) =>
  new Intl.NumberFormat("en", { maximumFractionDigits: 2 }).format(value);

/** A calendar day: "12 Dec 2026". */
export function dayText(day: string): string {
  return inUtc({ day: "numeric", month: "short", year: "numeric" }, `${day}T00:00:00Z`);
}

/** The day of an instant in UTC: "23 Nov 2026". */
export function dayOfText(instant: string): string {
  return inUtc({ day: "numeric", month: "short", year: "numeric" }, instant);
}

/** An instant in UTC, to the minute: "23 Nov 2026, 09:40 UTC". */
export function instantText(instant: string): string {
  const day = { day: "numeric", month: "short", year: "numeric" } as const;
  return `${inUtc({ ...day, hour: "2-digit", minute: "2-digit" }, instant)} UTC`;
}

function inUtc(format: Intl.DateTimeFormatOptions, instant: string): string {
  return new Intl.DateTimeFormat("en-GB", { ...format, timeZone: "UTC" }).format(new Date(instant));
}

/** "1 item", "42 items". */
export function itemsText(count: number): string {
  return counted(count, "item");
}

/** "1 issue", "1,240 issues". */
export function issuesText(count: number): string {
  return counted(count, "issue");
}

function counted(count: number, what: string): string {
  return `${number(count)} ${what}${count === 1 ? "" : "s"}`;
}
