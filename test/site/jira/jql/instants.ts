import type { RightPart } from "./operand";
import { invalid, unmodelled } from "./refusal";

const day = 86_400_000;
const unitMilliseconds = new Map([
  ["w", 7 * day],
  ["d", day],
  ["h", 3_600_000],
  ["m", 60_000],
]);

/** The instant that a value or a call of JQL means. */
export function instantOf(
  part: Exclude<RightPart, { kind: "empty" }>,
  field: string,
  now: number,
): number {
  if (part.kind === "value") return parseInstant(part.value.text, field, now);
  const instant = instantFunction(part.call.name, part.call.args, now);
  if (instant === undefined) throw invalid(`Unable to find JQL function '${part.written}()'.`);
  return instant;
}

/** A date value of JQL in a site in UTC: a date, a date with time, an epoch in milliseconds, or a period from now. */
function parseInstant(text: string, field: string, now: number): number {
  const date = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?: (\d{1,2}):(\d{2}))?$/.exec(text);
  if (date !== null) {
    const [year = 0, month = 1, dayOfMonth = 1, hour = 0, minute = 0] = date
      .slice(1)
      .map((part) => Number(part || "0"));
    const instant = Date.UTC(year, month - 1, dayOfMonth, hour, minute);
    if (new Date(instant).getUTCMonth() === month - 1) return instant;
  }
  if (/^\d{9,}$/.test(text)) return Number(text);
  const period = parsePeriod(text);
  if (period !== undefined) return now + period;
  throw invalid(
    `Date value '${text}' for field '${field}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`,
  );
}

/** "-4w 2d" in milliseconds; undefined when it is no period. */
export function parsePeriod(text: string): number | undefined {
  if (!/^[-+]?\d+[wdhm](?: ?\d+[wdhm])*$/i.test(text)) return undefined;
  const sign = text.startsWith("-") ? -1 : 1;
  let sum = 0;
  for (const [, count = "0", unit = "m"] of text.matchAll(/(\d+)([wdhm])/gi)) {
    sum += Number(count) * (unitMilliseconds.get(unit.toLowerCase()) ?? 0);
  }
  return sign * sum;
}

/** now(), startOfDay(-1w), endOfMonth() and the like; weeks begin on Sunday, as in Jira's default. */
function instantFunction(name: string, args: readonly string[], now: number): number | undefined {
  if (name === "now") return now;
  if (/^(?:current|last)login$/.test(name)) throw unmodelled(`function ${name}()`);
  const match = /^(start|end)of(day|week|month|year)$/.exec(name);
  if (match === null) return undefined;
  const [, edge, unit = "day"] = match;
  const start = startOf(unit, shifted(now, args[0] ?? "0", unit));
  return edge === "start" ? start : shifted(start, "1", unit) - 1;
}

function startOf(unit: string, instant: number): number {
  const date = new Date(instant);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (unit === "year") return Date.UTC(year, 0, 1);
  if (unit === "month") return Date.UTC(year, month, 1);
  const midnight = Date.UTC(year, month, date.getUTCDate());
  return unit === "week" ? midnight - date.getUTCDay() * day : midnight;
}

/** "-1" counts in the function's own unit; "-1w", "3d", "-2M", "1y" name theirs. */
function shifted(instant: number, offset: string, ownUnit: string): number {
  const match = /^([-+]?\d+)([yMwdhm]?)$/.exec(offset.replaceAll(/["']/g, ""));
  if (match === null) throw invalid(`Invalid period '${offset}' for a date function.`);
  const count = Number(match[1]);
  const unit = match[2] === "" ? { day: "d", week: "w", month: "M", year: "y" }[ownUnit] : match[2];
  if (unit === "y") return monthsLater(instant, count * 12);
  if (unit === "M") return monthsLater(instant, count);
  return instant + count * (unitMilliseconds.get(unit ?? "d") ?? day);
}

/** The same day and time of another month, or the last day where that month is shorter. */
function monthsLater(instant: number, count: number): number {
  const date = new Date(instant);
  const dayOfMonth = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + count);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return date.setUTCDate(Math.min(dayOfMonth, last));
}
