/** The site's time as the pages show it: `Tue 17 Mar 2026, 09:30`, in UTC. */
export function clockText(now: number): string {
  return formatted(now, {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
}

/** A Jira date-time as the pages show it, in UTC; nothing for none. */
export function instantText(instant: string | null | undefined): string {
  if (instant === null || instant === undefined) return "";
  return formatted(Date.parse(instant), {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
}

export function dayText(instant: string | null | undefined): string {
  if (instant === null || instant === undefined) return "";
  return formatted(Date.parse(instant), { day: "numeric", month: "short", year: "numeric" });
}

function formatted(instant: number, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" }).format(instant);
}
