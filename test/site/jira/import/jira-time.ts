/**
 * An instant as Jira writes it, `2021-12-14T00:30:15.283+0800`, in UTC as exports have it; other texts as they are.
 * The official example of changelog/bulkfetch has epoch seconds instead, although its schema says text.
 */
export function instantOfJira(written: string | number): string {
  if (typeof written === "number") {
    return new Date(written < latestSeconds ? written * 1000 : written).toISOString();
  }
  const at = Date.parse(written.replace(/([+-]\d\d)(\d\d)$/, "$1:$2"));
  return Number.isNaN(at) ? written : new Date(at).toISOString();
}

/** Larger numbers are milliseconds: in seconds they would lie beyond the year 5000. */
const latestSeconds = 100_000_000_000;
