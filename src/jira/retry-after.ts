type Response = {
  readonly status: number;
  readonly headers: { readonly get: (name: string) => string | null };
};

const firstWaitSeconds = 2;
const mostJitter = 1.3;

/**
 * Seconds to wait at least before asking Jira again; null when the refusal will not pass by itself. Jira's own wish goes
 * first, else 2 s doubled with each try; gateways refuse with 429 without saying for how long.
 */
export function retryAfterOf(response: Response, tries: number): number | null {
  if (!passes(response.status)) return null;
  const wished = Number(response.headers.get("Retry-After") ?? Number.NaN);
  if (Number.isFinite(wished) && wished > 0) return wished;
  return firstWaitSeconds * 2 ** (tries - 1);
}

/** Atlassian's rate limiting page asks for jitter, lest all come back at once; what Jira wishes is never undercut. */
export const withJitter = (seconds: number): number =>
  seconds * (1 + Math.random() * (mostJitter - 1));

const passes = (status: number) => status === 429 || status >= 500;

/** Jira refused for the points of the hour, and not for a burst of requests; until null where it does not say. */
export function quotaRefusal({
  status,
  headers,
}: Response): { readonly until: Date | null } | null {
  if (status !== 429) return null;
  if (headers.get("RateLimit-Reason")?.startsWith("jira-quota") !== true) return null;
  const reset = Date.parse(headers.get("X-RateLimit-Reset") ?? "");
  return { until: Number.isNaN(reset) ? null : new Date(reset) };
}
