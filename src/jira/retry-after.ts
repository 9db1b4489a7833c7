type Response = {
  readonly status: number;
  readonly headers: { readonly get: (name: string) => string | null };
};

const firstWaitSeconds = 2;
const leastJitter = 0.7;
const mostJitter = 1.3;

/**
 * Seconds to wait before asking Jira again; null when the refusal will not pass by itself. Jira's own wish goes first,
 * else 2 s doubled with each try; gateways refuse with 429 without saying for how long. (Atlassian's rate limiting page
 * asks for jitter between 0.7 and 1.3.)
 */
export function retryAfterOf(response: Response, tries: number): number | null {
  if (!passes(response.status)) return null;
  const wished = Number(response.headers.get("Retry-After") ?? Number.NaN);
  if (Number.isFinite(wished) && wished > 0) return wished;
  const jitter = leastJitter + Math.random() * (mostJitter - leastJitter);
  return firstWaitSeconds * 2 ** (tries - 1) * jitter;
}

const passes = (status: number) => status === 429 || status >= 500;
