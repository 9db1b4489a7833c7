import { addHours } from "date-fns";

/**
 * ` AND created <= "2026/03/16 12:00"`; nothing for null. Jira reads it in the time zone of who asks, up to 14 hours
 * ahead of UTC, to the minute: some later issues match as well.
 */
export function andCreatedBy(at: Date | null): string {
  if (at === null) return "";
  const [day = "", time = ""] = addHours(at, mostHoursAhead).toISOString().split("T");
  return ` AND created <= "${day.replaceAll("-", "/")} ${time.slice(0, "00:00".length)}"`;
}

const mostHoursAhead = 15;

/** Whether an issue was created at or before an instant; every one was where none is given. */
export const wasCreatedBy =
  (at: Date | null) =>
  ({ createdAt }: { readonly createdAt: Date }): boolean =>
    at === null || createdAt <= at;
