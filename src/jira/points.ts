/** Members under which Jira's answers list what was read. */
const lists = ["issues", "values", "issueChangeLogs", "matches", "queries", "projectPermissions"];

/**
 * Points of one answered request: one, and one for each thing read, two where it is a person. Atlassian publishes these
 * prices, but not which answers count as how many things; this errs towards more.
 * https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
 */
export function pointsOf(call: string, body: unknown): number {
  const price = call.startsWith("user") || call.startsWith("permissions") ? 2 : 1;
  return 1 + price * thingsIn(body);
}

function thingsIn(body: unknown): number {
  if (Array.isArray(body)) return body.length;
  if (typeof body !== "object" || body === null) return 0;
  const listed = Object.entries(body).flatMap(([name, value]: [string, unknown]) =>
    lists.includes(name) && Array.isArray(value) ? [value.length] : [],
  );
  return listed.length === 0 ? 1 : listed.reduce((sum, length) => sum + length, 0);
}
