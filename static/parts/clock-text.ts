/** The time of day of an instant where the viewer is, in their way of writing it, with its zone: "15:00 CET". */
export function clockText(instant: string): string {
  const format = { hour: "numeric", minute: "2-digit", timeZoneName: "short" } as const;
  return new Intl.DateTimeFormat(undefined, format).format(new Date(instant));
}
