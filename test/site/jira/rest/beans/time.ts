/** An instant as Jira Cloud writes it, for a site in UTC: `2021-12-14T00:30:15.283+0000`. */
export function jiraTime(epochMilliseconds: number): string {
  return new Date(epochMilliseconds).toISOString().replace("Z", "+0000");
}

export function jiraTimeOrNull(epochMilliseconds: number | null): string | null {
  return epochMilliseconds === null ? null : jiraTime(epochMilliseconds);
}
