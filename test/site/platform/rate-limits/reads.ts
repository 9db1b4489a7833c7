const readsByPost: ReadonlySet<string> = new Set([
  "POST /rest/api/3/changelog/bulkfetch",
  "POST /rest/api/3/issue/bulkfetch",
  "POST /rest/api/3/issue/{issueIdOrKey}/changelog/list",
  "POST /rest/api/3/jql/match",
  "POST /rest/api/3/jql/parse",
  "POST /rest/api/3/permissions/check",
  "POST /rest/api/3/search/approximate-count",
  "POST /rest/api/3/search/jql",
]);

/** Whether an operation of Jira only reads; some do so by POST. */
export function isRead(operation: string): boolean {
  return operation.startsWith("GET ") || readsByPost.has(operation);
}
