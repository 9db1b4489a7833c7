const hourMilliseconds = 3_600_000;

/** When the UTC hour of an instant ends: Jira counts an app's points by those hours. */
export const endOfUtcHour = (at: Date): Date =>
  new Date((Math.floor(at.getTime() / hourMilliseconds) + 1) * hourMilliseconds);
