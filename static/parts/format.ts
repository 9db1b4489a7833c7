/** Whole percent for gadgets: "29 %". */
export function wholePercent(share: number): string {
  return `${String(Math.round(share * 100))} %`;
}

/** One decimal for details: "29.4 %". */
export function precisePercent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
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
  return new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00:00Z`));
}

/** An instant in UTC, to the minute: "23 Nov 2026, 09:40 UTC". */
export function instantText(instant: string): string {
  const text = new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "UTC",
  }).format(new Date(instant));
  return `${text} UTC`;
}

/** "1 item", "42 items". */
export function itemsText(count: number): string {
  return count === 1 ? "1 item" : `${new Intl.NumberFormat("en").format(count)} items`;
}
