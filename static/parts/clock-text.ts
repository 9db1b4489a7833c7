/** The time of day of an instant, in UTC like every other time that is shown: "15:00 UTC". */
export function clockText(instant: string): string {
  const format = { hour: "2-digit", minute: "2-digit", timeZone: "UTC" } as const;
  return `${new Intl.DateTimeFormat("en-GB", format).format(new Date(instant))} UTC`;
}
